package org.rapport.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which port everything of one run listens on: nine in a row from the base. */
record PortPlan(int base) {

    static final int DEFAULT_BASE = 8081;
    private static final int LAST_BASE = 65_000;
    private static final int PORTS = 9;
    private static final int FREE_BASE_STEP = 100;
    private static final int CONNECT_MILLIS = 500;

    PortPlan {
        if (base < 1024 || base > LAST_BASE) {
            throw new LocalProblem("--port-base must lie between 1024 and " + LAST_BASE + ".");
        }
    }

    int of(Service service) {
        return base + service.ordinal();
    }

    int postgres() {
        return base + 4;
    }

    int kafka() {
        return base + 5;
    }

    int kafkaController() {
        return base + 6;
    }

    int issuer() {
        return base + 7;
    }

    int mailbox() {
        return base + 8;
    }

    /** Complains about every port that somebody else listens on. */
    void requireFree() {
        Map<String, Integer> all = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            all.put(service.artifact(), of(service));
        }
        all.put("PostgreSQL", postgres());
        all.put("Kafka", kafka());
        all.put("Kafka's controller", kafkaController());
        all.put("the issuer of tokens", issuer());
        all.put("the mailbox", mailbox());
        String taken = all.entrySet().stream()
                .filter(port -> !isFree(port.getValue()))
                .map(port -> port.getValue() + " (for " + port.getKey() + ")")
                .collect(Collectors.joining(", "));
        if (!taken.isEmpty()) {
            throw new LocalProblem("Something else on this machine uses port " + taken
                    + ".\nStop it, or choose other ports: ./rapport up --port-base " + freeBase());
        }
    }

    private int freeBase() {
        int found = base;
        do {
            found = found + FREE_BASE_STEP > LAST_BASE ? DEFAULT_BASE : found + FREE_BASE_STEP;
        } while (!IntStream.range(found, found + PORTS).allMatch(PortPlan::isFree));
        return found;
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException e) {
            return false;
        }
        return !answers(port);
    }

    /** Whether somebody accepts connections there. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
