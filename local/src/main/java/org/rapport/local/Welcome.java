package org.rapport.local;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What one needs to know once everything is ready. */
final class Welcome {

    private static final Duration DASHBOARD_TOKEN_LIFETIME = Duration.ofHours(12);

    private Welcome() {}

    static void print(DataFolder folder) {
        System.out.println();
        System.out.println("Rapport is ready.");
        for (Service service : Service.values()) {
            String url = url(folder, service);
            System.out.printf("  %-21s %s   API: %s/q/swagger-ui%n", service.artifact(), url, url);
        }
        System.out.println("  logs                  " + folder.path().resolve("logs"));
        System.out.println("  all mail              " + folder.mailbox());
        System.out.println();
        System.out.println("Dashboard (signed in for 12 hours):");
        System.out.println("  " + dashboard(folder));
        System.out.println();
        System.out.println("A token for the APIs:");
        System.out.println("  TOKEN=$(./rapport token --role analyst" + options(folder) + ")");
        System.out.println("  curl -H \"Authorization: Bearer $TOKEN\" " + url(folder, Service.REPORTING)
                + "/v1/reports/readiness");
        System.out.println();
        System.out.println("Stop it with Ctrl-C here, or ./rapport down" + options(folder));
    }

    static String url(DataFolder folder, Service service) {
        return "http://localhost:" + folder.ports().of(service);
    }

    private static String dashboard(DataFolder folder) {
        String token = folder.mint().token("dashboard", Set.of("analyst"), Map.of(), DASHBOARD_TOKEN_LIFETIME);
        return url(folder, Service.REPORTING) + "/#token=" + token;
    }

    /** What commands for this run need besides their name. */
    static String options(DataFolder folder) {
        boolean usual = folder.path()
                .equals(Rapport.home().resolve(".rapport").toAbsolutePath().normalize());
        return usual ? "" : " --data " + folder.path();
    }
}
