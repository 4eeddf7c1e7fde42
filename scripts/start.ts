/** The studio: opens the database, and keeps the web server and the worker running. What `npm start` runs. */
import { startStudio } from "#lib/host/start-studio.ts";
import { troubleText } from "#lib/host/trouble-text.ts";

try {
  await startStudio(process.argv.slice(2));
} catch (error) {
  process.stderr.write(troubleText(error));
  process.exit(1);
}
