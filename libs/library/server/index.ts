export { LibraryModule } from './library.module';
export { ResourceService } from './resource.service';
export { ToolboxService } from './toolbox.service';
