import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CommentController } from './comment.controller';
import { CommentService } from './comment.service';
import { DepositController } from './files/deposit.controller';
import { DepositQueries } from './files/deposit.queries';
import { DepositService } from './files/deposit.service';
import { ArrivalContext, FileArrival } from './files/file-arrival';
import { FileSweep } from './files/file-sweep';
import { FileController } from './files/file.controller';
import { FileQueries } from './files/file.queries';
import { UploadController } from './files/upload.controller';
import { UploadService } from './files/upload.service';
import { UploadStore } from './files/upload.store';
import { LibraryFirstPages } from './library-first-pages';
import { LibraryPersonalData } from './library-personal-data';
import { ResourceDesk } from './resource-desk';
import { ResourceExport } from './resource-export';
import { ResourceExportController } from './resource-export.controller';
import { ResourceImport } from './resource-import';
import { ResourceIndex } from './resource-index';
import { ResourceController } from './resource.controller';
import { ResourceEntity } from './resource.entity';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';
import { ToolboxIndex } from './toolbox-index';
import { ToolboxShelf } from './toolbox-shelf';
import { ToolboxController } from './toolbox.controller';
import { ToolboxEntity } from './toolbox.entity';
import { ToolboxQueries } from './toolbox.queries';
import { ToolboxService } from './toolbox.service';
import { VersionEntity } from './version.entity';

/** Files on their way in and out. */
const files = [ArrivalContext, DepositQueries, DepositService, FileArrival, FileQueries, FileSweep, UploadService, UploadStore];

/** The toolbox: resources people find things in. */
@Module({
  imports: [IdentityModule, NetworksModule, TypeOrmModule.forFeature([ResourceEntity, ToolboxEntity, VersionEntity])],
  controllers: [CommentController, DepositController, FileController, ResourceController, ResourceExportController, ToolboxController, UploadController],
  providers: [...files, CommentService, LibraryFirstPages, LibraryPersonalData, ResourceDesk, ResourceExport, ResourceImport, ResourceIndex, ResourceQueries, ResourceService, ToolboxIndex, ToolboxQueries, ToolboxService, ToolboxShelf],
  exports: [ResourceService, ToolboxService],
})
export class LibraryModule {}
