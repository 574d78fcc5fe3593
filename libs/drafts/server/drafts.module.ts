import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { CommentDesk } from './comment-desk';
import { CommentLetterHandler } from './comment-letter.handler';
import { CommentLetters } from './comment-letters';
import { CommentNotices } from './comment-notices';
import { CommentPreferences } from './comment-preferences.service';
import { CommentController } from './comment.controller';
import { CommentGateway } from './comment.gateway';
import { CommentListener } from './comment.listener';
import { CommentQueries } from './comment.queries';
import { CommentService } from './comment.service';
import { DraftCompaction } from './draft-compaction';
import { DraftEntrance } from './draft-entrance';
import { DraftExportController } from './draft-export.controller';
import { DraftExportService } from './draft-export.service';
import { DraftGrantsService } from './draft-grants.service';
import { DraftHistory } from './draft-history';
import { DraftImageController } from './draft-image.controller';
import { DraftImagesService } from './draft-images.service';
import { DraftJournal } from './draft-journal';
import { DraftKinds } from './draft-kinds';
import { DraftProjections } from './draft-projections';
import { DraftRooms } from './draft-rooms';
import { DraftSeats } from './draft-seats';
import { DraftSignals } from './draft-signals';
import { DraftVersionReplays } from './draft-version-replays';
import { DraftVersionController } from './draft-version.controller';
import { DraftVersionQueries } from './draft-version.queries';
import { DraftVersionService } from './draft-version.service';
import { DraftStock } from './draft-stock';
import { DraftController } from './draft.controller';
import { DraftGateway } from './draft.gateway';
import { DraftQueries } from './draft.queries';
import { DraftService } from './draft.service';
import { DraftsPersonalData } from './drafts-personal-data';
import { VersionRestorationService } from './version-restoration.service';
import { WorkshopGroupsService } from './workshop-groups.service';
import { WorkshopTable } from './workshop-table';
import { WorkshopController } from './workshop.controller';
import { WorkshopGateway } from './workshop.gateway';
import { WorkshopQueries } from './workshop.queries';
import { WorkshopService } from './workshop.service';

/** Writing together: documents, their journal, their rooms. */
@Module({
  imports: [IdentityModule, NetworksModule],
  controllers: [CommentController, DraftExportController, DraftImageController, DraftController, DraftVersionController, WorkshopController],
  providers: [
    DraftKinds, DraftQueries, DraftService, DraftGrantsService, DraftImagesService, DraftExportService,
    DraftJournal, DraftHistory, DraftRooms, DraftSeats, DraftSignals, DraftGateway,
    DraftStock, DraftEntrance, DraftProjections, DraftCompaction,
    DraftVersionQueries, DraftVersionReplays, DraftVersionService, VersionRestorationService,
    WorkshopQueries, WorkshopTable, WorkshopService, WorkshopGroupsService, WorkshopGateway,
    CommentService, CommentQueries, CommentDesk, CommentGateway, CommentListener, CommentNotices, CommentLetters, CommentLetterHandler, CommentPreferences,
    DraftsPersonalData,
  ],
  exports: [DraftKinds, DraftService],
})
export class DraftsModule {}
