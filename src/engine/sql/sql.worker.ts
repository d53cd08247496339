import { linkToStarter } from '../link-to-starter';
import { openBrowserDatabase } from './open-browser';
import { serveSql } from './serve-sql';

serveSql(linkToStarter(), openBrowserDatabase);
