package org.rapport.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code rapport status}. */
@Command(name = "status", description = "Says what runs; the exit code is 0 only if everything is ready.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Rapport rapport;

    @Override
    public Integer call() {
        DataFolder folder = rapport.folder();
        PortPlan ports = folder.ports();
        boolean ready = folder.pid(DataFolder.SUPERVISOR).running().isPresent();
        System.out.println(
                ready
                        ? "Running on " + folder.path()
                        : "Not running on " + folder.path() + ". Start it: ./rapport up" + Welcome.options(folder));
        ready &= line("PostgreSQL", ports.postgres(), PortPlan.answers(ports.postgres()), "up");
        ready &= line("Kafka", ports.kafka(), PortPlan.answers(ports.kafka()), "up");
        ready &= line("issuer", ports.issuer(), PortPlan.answers(ports.issuer()), "up");
        for (Service service : Service.values()) {
            ready &= line(service.artifact(), ports.of(service), Health.isReady(service, ports), "ready");
        }
        return ready ? 0 : 1;
    }

    private static boolean line(String name, int port, boolean good, String word) {
        System.out.printf("%-21s %5d  %s%n", name, port, good ? word : "down");
        return good;
    }
}
