import { linkToStarter } from './link-to-starter';
import { serveShards } from './serve-shards';

serveShards(linkToStarter());
