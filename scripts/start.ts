/** The studio: opens the database, and keeps the web server and the worker running. What `npm start` runs. */

import { troubleText } from "#lib/host/trouble-text.ts";
import { startStudio } from "#lib/supervisor/start-studio.ts";

try {
  await startStudio(process.argv.slice(2));
} catch (error) {
  process.stderr.write(troubleText(error));
  process.exit(1);
}
