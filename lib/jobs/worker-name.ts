/** How a worker's connections name themselves in `pg_stat_activity`: while there is one, a worker is alive. */
export const workerName = "tessera worker";
