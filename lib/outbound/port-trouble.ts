/** Above 1023: where databases, queues and the doors of machines listen, which a request must not be smuggled into. */
const otherServices = new Set([
  1433, 1521, 2049, 2375, 2376, 2379, 2380, 3306, 3389, 4369, 5432, 5433, 5671, 5672, 5900, 5984, 6000, 6379, 6380,
  6443, 6665, 6666, 6667, 6668, 6669, 7001, 8086, 9042, 9092, 9200, 9300, 10250, 10255, 11211, 15672, 26379, 27017,
  27018,
]);

/** Why nothing is sent to a port, or null: of the well-known ones only those of HTTP serve, of the others all but databases' and the like. */
export function portTrouble(port: number): string | null {
  if (port === 80 || port === 443) return null;
  if (port >= 1024 && port <= 65_535 && !otherServices.has(port)) return null;
  return `port ${port} belongs to another kind of service`;
}
