import { IdentityModule, SecondFactorPolicy } from '@cohorte/identity/server';
import { ActorResolver } from '@cohorte/platform/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AcceptanceRite } from './acceptance-rite';
import { NetworksActorResolver } from './actor.resolver';
import { ActorService } from './actor.service';
import { AffiliationService } from './affiliation.service';
import { Belonging } from './belonging';
import { InstallationController } from './installation.controller';
import { InstallationDoor } from './installation-door';
import { InstallationService } from './installation.service';
import { InvitationAcceptanceService } from './invitation-acceptance.service';
import { InvitationDesk } from './invitation-desk';
import { InvitationMailHandler } from './invitation-mail.handler';
import { InvitationController } from './invitation.controller';
import { InvitationEntity } from './invitation.entity';
import { InvitationService } from './invitation.service';
import { MembershipController } from './membership.controller';
import { MembershipEntity } from './membership.entity';
import { MembershipService } from './membership.service';
import { NetworkController } from './network.controller';
import { NetworkEntity } from './network.entity';
import { NetworkQueries } from './network.queries';
import { NetworkService } from './network.service';
import { NetworksListener } from './networks.listener';
import { NetworksPersonalData } from './networks-personal-data';
import { PersonNames } from './person-names';
import { SecondFactorOfAnimators } from './second-factor-of-animators';
import { SpaceEntity } from './space.entity';
import { SpaceQueries } from './space.queries';
import { Spaces } from './space.service';
import { StructureFacts } from './structure-facts';
import { StructureSearch } from './structure-search';
import { StructureController } from './structure.controller';
import { StructureEntity } from './structure.entity';
import { StructureQueries } from './structure.queries';
import { StructureRegister } from './structure-register';
import { StructureService } from './structure.service';

/** Where people belong: networks, structures, cohorts, roles and invitations. */
@Module({
  imports: [IdentityModule, TypeOrmModule.forFeature([SpaceEntity, NetworkEntity, StructureEntity, MembershipEntity, InvitationEntity])],
  controllers: [InstallationController, NetworkController, StructureController, MembershipController, InvitationController],
  providers: [
    ActorService, Spaces, SpaceQueries, Belonging, PersonNames,
    NetworkService, NetworkQueries, InstallationService, InstallationDoor,
    StructureService, StructureQueries, StructureRegister, StructureFacts, AffiliationService,
    MembershipService, InvitationService, InvitationDesk, InvitationAcceptanceService, AcceptanceRite, InvitationMailHandler,
    NetworksListener, NetworksPersonalData, StructureSearch,
    { provide: ActorResolver, useClass: NetworksActorResolver },
    { provide: SecondFactorPolicy, useClass: SecondFactorOfAnimators },
  ],
  exports: [ActorService, Spaces, Belonging, InstallationService, InvitationService, NetworkService, StructureRegister, StructureFacts, MembershipService],
})
export class NetworksModule {}
