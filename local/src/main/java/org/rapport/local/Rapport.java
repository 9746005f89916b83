package org.rapport.local;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code ./rapport}. */
@Command(
        name = "rapport",
        description = "Runs Rapport on this machine, with a PostgreSQL and a Kafka of its own.",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            TokenCommand.class,
            StatusCommand.class,
            DownCommand.class
        },
        synopsisSubcommandLabel = "COMMAND")
public final class Rapport {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and exit")
    private boolean help;

    @Option(
            names = "--data",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description = "Where everything is kept (default: .rapport in the checkout)")
    private Path data;

    @Option(
            names = "--port-base",
            scope = ScopeType.INHERIT,
            paramLabel = "N",
            description =
                    "Port of the first service; seven more follow it (default: what this folder used last, or 8081)")
    private Integer portBase;

    Rapport() {}

    /** Exits with 0 if the command did what it says, 1 if not, 2 if it was not understood. */
    public static void main(String[] args) {
        System.exit(commands().execute(args));
    }

    static CommandLine commands() {
        CommandLine commands = new CommandLine(new Rapport());
        commands.setExecutionExceptionHandler((exception, command, result) -> {
            if (exception instanceof LocalProblem) {
                command.getErr().println(command.getColorScheme().errorText(exception.getMessage()));
            } else {
                command.getErr().println("This should not have happened: " + exception);
                exception.printStackTrace(command.getErr());
            }
            return 1;
        });
        return commands;
    }

    /** The folder of this run, as options and habit choose it. */
    DataFolder folder() {
        Path chosen = data != null ? callersFolder().resolve(data) : home().resolve(".rapport");
        return new DataFolder(chosen.toAbsolutePath().normalize(), portBase);
    }

    /** The checkout. */
    static Path home() {
        return Path.of(System.getProperty("rapport.home", "."));
    }

    /** Where the caller stands, for paths on the command line. */
    static Path callersFolder() {
        return Path.of(System.getProperty("rapport.caller", "."));
    }
}
