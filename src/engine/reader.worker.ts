import { linkToStarter } from './link-to-starter';
import { createFileReader } from './read-file';
import { serveReader } from './serve-reader';

serveReader(linkToStarter(), createFileReader);
