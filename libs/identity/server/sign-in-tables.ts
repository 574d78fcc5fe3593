/** Where the sign-in library finds its models in our tables; the migration owns their shape. */
const timestamps = { createdAt: 'created_at', updatedAt: 'updated_at' };

export const userModel = {
  modelName: 'identity_person',
  fields: { emailVerified: 'email_verified', ...timestamps },
};

export const sessionModel = {
  modelName: 'identity_session',
  fields: { userId: 'person_id', expiresAt: 'expires_at', userAgent: 'user_agent', ipAddress: 'ip_address', ...timestamps },
  additionalFields: {
    secondFactorPending: { type: 'boolean', required: false, defaultValue: false, input: false, fieldName: 'second_factor_pending' },
  },
} as const;

export const verificationModel = { modelName: 'identity_verification', fields: { expiresAt: 'expires_at', ...timestamps } };

export const accountModel = {
  modelName: 'identity_account',
  fields: {
    userId: 'person_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
    accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...timestamps,
  },
};

export const passkeySchema = {
  passkey: {
    modelName: 'identity_passkey',
    fields: {
      publicKey: 'public_key', userId: 'person_id', credentialID: 'credential_id', deviceType: 'device_type', backedUp: 'backed_up', createdAt: 'created_at',
    },
  },
};

export const twoFactorSchema = {
  user: { fields: { twoFactorEnabled: 'second_factor_enabled' } },
  twoFactor: {
    modelName: 'identity_second_factor',
    fields: { userId: 'person_id', backupCodes: 'backup_codes', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until' },
  },
};
