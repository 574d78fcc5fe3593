import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { CommentDesk } from './comments/comment-desk';
import { CommentLetterHandler } from './comments/comment-letter.handler';
import { CommentLetters } from './comments/comment-letters';
import { CommentNotices } from './comments/comment-notices';
import { CommentPreferences } from './comments/comment-preferences.service';
import { CommentReadings } from './comments/comment-readings.service';
import { CommentController } from './comments/comment.controller';
import { CommentGateway } from './comments/comment.gateway';
import { CommentListener } from './comments/comment.listener';
import { CommentQueries } from './comments/comment.queries';
import { CommentService } from './comments/comment.service';
import { DraftCompaction } from './rooms/draft-compaction';
import { DraftEntrance } from './rooms/draft-entrance';
import { DraftExportController } from './projections/draft-export.controller';
import { DraftExportService } from './projections/draft-export.service';
import { DraftGrantsService } from './draft-grants.service';
import { DraftHistory } from './rooms/draft-history';
import { DraftImageController } from './draft-image.controller';
import { DraftImagesService } from './draft-images.service';
import { DraftJournal } from './rooms/draft-journal';
import { DraftKinds } from './draft-kinds';
import { DraftProjections } from './projections/draft-projections';
import { DraftRooms } from './rooms/draft-rooms';
import { DraftSeats } from './rooms/draft-seats';
import { DraftSignals } from './rooms/draft-signals';
import { DraftVersionReplays } from './versions/draft-version-replays';
import { DraftVersionController } from './versions/draft-version.controller';
import { DraftVersionQueries } from './versions/draft-version.queries';
import { DraftVersionService } from './versions/draft-version.service';
import { DraftStock } from './rooms/draft-stock';
import { DraftSearch } from './draft-search';
import { DraftController } from './draft.controller';
import { DraftGateway } from './rooms/draft.gateway';
import { DraftQueries } from './draft.queries';
import { DraftService } from './draft.service';
import { DraftsPersonalData } from './drafts-personal-data';
import { VersionRestorationService } from './versions/version-restoration.service';
import { WorkshopGroupsService } from './workshop/workshop-groups.service';
import { WorkshopTable } from './workshop/workshop-table';
import { WorkshopController } from './workshop/workshop.controller';
import { WorkshopGateway } from './workshop/workshop.gateway';
import { WorkshopQueries } from './workshop/workshop.queries';
import { WorkshopService } from './workshop/workshop.service';

/** Writing together: documents, their journal, their rooms. */
@Module({
  imports: [IdentityModule, NetworksModule],
  controllers: [CommentController, DraftExportController, DraftImageController, DraftController, DraftVersionController, WorkshopController],
  providers: [
    DraftKinds, DraftQueries, DraftService, DraftGrantsService, DraftImagesService, DraftExportService, DraftSearch,
    DraftJournal, DraftHistory, DraftRooms, DraftSeats, DraftSignals, DraftGateway,
    DraftStock, DraftEntrance, DraftProjections, DraftCompaction,
    DraftVersionQueries, DraftVersionReplays, DraftVersionService, VersionRestorationService,
    WorkshopQueries, WorkshopTable, WorkshopService, WorkshopGroupsService, WorkshopGateway,
    CommentService, CommentReadings, CommentQueries, CommentDesk, CommentGateway, CommentListener, CommentNotices, CommentLetters, CommentLetterHandler, CommentPreferences,
    DraftsPersonalData,
  ],
  exports: [DraftKinds, DraftService],
})
export class DraftsModule {}
