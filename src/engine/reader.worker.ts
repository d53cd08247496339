import { linkToStarter } from './link-to-starter';
import { readFile } from './read-file';
import { serveReader } from './serve-reader';

serveReader(linkToStarter(), readFile);
