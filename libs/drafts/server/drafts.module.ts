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

/** Writing together: documents, their journal, their rooms. */
@Module({
  controllers: [DraftExportController, DraftImageController, DraftController],
  providers: [
    DraftKinds, DraftQueries, DraftService, DraftGrantsService, DraftImagesService, DraftExportService,
    DraftJournal, DraftHistory, DraftRooms, DraftSeats, DraftSignals, DraftWriterNames, DraftGateway,
  ],
  exports: [DraftKinds, DraftService],
})
export class DraftsModule {}
