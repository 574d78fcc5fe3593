import { Module } from '@nestjs/common';
import { DraftExportController } from './draft-export.controller';
import { DraftExportService } from './draft-export.service';
import { DraftGrantsService } from './draft-grants.service';
import { DraftHistory } from './draft-history';
import { DraftImageController } from './draft-image.controller';
import { DraftImagesService } from './draft-images.service';
import { DraftJournal } from './draft-journal';
import { DraftKinds } from './draft-kinds';
import { DraftRooms } from './draft-rooms';
import { DraftSeats } from './draft-seats';
import { DraftSignals } from './draft-signals';
import { DraftWriterNames } from './draft-writer-names';
import { DraftController } from './draft.controller';
import { DraftGateway } from './draft.gateway';
import { DraftQueries } from './draft.queries';
import { DraftService } from './draft.service';
import { WorkshopGroupsService } from './workshop-groups.service';
import { WorkshopTable } from './workshop-table';
import { WorkshopController } from './workshop.controller';
import { WorkshopGateway } from './workshop.gateway';
import { WorkshopQueries } from './workshop.queries';
import { WorkshopService } from './workshop.service';

/** Writing together: documents, their journal, their rooms. */
@Module({
  controllers: [DraftExportController, DraftImageController, DraftController, WorkshopController],
  providers: [
    DraftKinds, DraftQueries, DraftService, DraftGrantsService, DraftImagesService, DraftExportService,
    DraftJournal, DraftHistory, DraftRooms, DraftSeats, DraftSignals, DraftWriterNames, DraftGateway,
    WorkshopQueries, WorkshopTable, WorkshopService, WorkshopGroupsService, WorkshopGateway,
  ],
  exports: [DraftKinds, DraftService],
})
export class DraftsModule {}
