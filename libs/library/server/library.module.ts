import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentController } from './comment.controller';
import { CommentService } from './comment.service';
import { FeedFetch } from './feeds/feed-fetch';
import { FeedController } from './feeds/feed.controller';
import { FeedService } from './feeds/feed.service';
import { DepositController } from './files/deposit.controller';
import { DepositQueries } from './files/deposit.queries';
import { DepositService } from './files/deposit.service';
import { ArrivalContext } from './files/arrival-context';
import { Duplicates } from './files/duplicates';
import { FileArrival } from './files/file-arrival';
import { FileSweep } from './files/file-sweep';
import { FileController } from './files/file.controller';
import { FileQueries } from './files/file.queries';
import { UploadController } from './files/upload.controller';
import { UploadService } from './files/upload.service';
import { UploadStore } from './files/upload.store';
import { FollowController } from './follows/follow.controller';
import { FollowService } from './follows/follow.service';
import { LibraryFirstPages } from './library-first-pages';
import { LibraryListener } from './library.listener';
import { LibraryPersonalData } from './library-personal-data';
import { OutsideWeb } from './outside-web';
import { FileReader, ReaderProgram } from './reading/file-reader';
import { FileReading } from './reading/file-reading';
import { ResourceArchive } from './resource-archive';
import { ResourceDesk } from './resource-desk';
import { ResourceExport } from './resource-export';
import { ResourceExportController } from './resource-export.controller';
import { ResourceImport } from './resource-import';
import { ResourceIndex } from './resource-index';
import { ResourceController } from './resource.controller';
import { ResourceEntity } from './resource.entity';
import { ResourceLetters } from './resource-letters';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';
import { ToolboxIndex } from './toolbox-index';
import { ToolboxShelf } from './toolbox-shelf';
import { ToolboxArchive } from './toolbox-archive';
import { ToolboxArchiveController } from './toolbox-archive.controller';
import { ToolboxController } from './toolbox.controller';
import { ToolboxEntity } from './toolbox.entity';
import { ToolboxQueries } from './toolbox.queries';
import { ToolboxService } from './toolbox.service';
import { SynonymController } from './synonyms/synonym.controller';
import { SynonymService } from './synonyms/synonym.service';
import { TagWriting } from './tags/tag-writing';
import { TagController } from './tags/tag.controller';
import { TagQueries } from './tags/tag.queries';
import { TagService } from './tags/tag.service';
import { LinkChecks } from './upkeep/link-checks';
import { LinkCopies } from './upkeep/link-copies';
import { LinkProbe } from './upkeep/link-probe';
import { ReviewSweep } from './upkeep/review-sweep';
import { UpkeepController } from './upkeep/upkeep.controller';
import { UpkeepQueries } from './upkeep/upkeep.queries';
import { UpkeepService } from './upkeep/upkeep.service';
import { VersionEntity } from './version.entity';

/** Files on their way in and out. */
const files = [ArrivalContext, DepositQueries, DepositService, Duplicates, FileArrival, FileQueries, FileReader, FileReading, FileSweep, ReaderProgram, UploadService, UploadStore];
/** What keeps the library true. */
const upkeep = [LinkChecks, LinkCopies, LinkProbe, ReviewSweep, UpkeepQueries, UpkeepService];

/** The toolbox: resources people find things in. */
@Module({
  imports: [IdentityModule, NetworksModule, TypeOrmModule.forFeature([ResourceEntity, ToolboxEntity, VersionEntity])],
  controllers: [CommentController, DepositController, FeedController, FileController, FollowController, ResourceController, ResourceExportController, SynonymController, TagController, ToolboxArchiveController, ToolboxController, UploadController, UpkeepController],
  providers: [
    CommentService, FollowService, LibraryFirstPages, LibraryListener, LibraryPersonalData, ResourceArchive, ResourceDesk, ResourceExport, ResourceImport, ResourceIndex, ResourceLetters, ResourceQueries, ResourceService, SynonymService, TagQueries, TagService, TagWriting, ToolboxArchive, ToolboxIndex, ToolboxQueries, ToolboxService, ToolboxShelf,
    FeedFetch, FeedService, OutsideWeb, ...files, ...upkeep,
  ],
  exports: [FileArrival, FollowService, ResourceLetters, ResourceService, SynonymService, ToolboxService],
})
export class LibraryModule {}
