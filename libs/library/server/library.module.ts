import { IdentityModule } from '@cohorte/identity/server';
import { NetworksModule } from '@cohorte/networks/server';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LibraryFirstPages } from './library-first-pages';
import { LibraryPersonalData } from './library-personal-data';
import { ResourceDesk } from './resource-desk';
import { ResourceController } from './resource.controller';
import { ResourceEntity } from './resource.entity';
import { ResourceQueries } from './resource.queries';
import { ResourceService } from './resource.service';
import { VersionEntity } from './version.entity';

/** The toolbox: resources people find things in. */
@Module({
  imports: [IdentityModule, NetworksModule, TypeOrmModule.forFeature([ResourceEntity, VersionEntity])],
  controllers: [ResourceController],
  providers: [LibraryFirstPages, LibraryPersonalData, ResourceDesk, ResourceQueries, ResourceService],
  exports: [ResourceService],
})
export class LibraryModule {}
