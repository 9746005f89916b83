package org.rapport.kit.importing;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of every import. */
public class ImportParams {

    @QueryParam("source")
    @Parameter(
            description =
                    "Where the keys of the file come from; the same source and key are the same thing in every file",
            required = true,
            example = "demo")
    String source;

    @QueryParam("dryRun")
    @Parameter(description = "Check the whole file and say what would happen, but keep nothing")
    Boolean dryRun;

    @QueryParam("atomic")
    @Parameter(description = "Keep all rows or, if one is rejected, none")
    Boolean atomic;

    /** Whether to keep nothing. */
    public boolean isDryRun() {
        return mode() == Imports.Mode.NOTHING;
    }

    /** Whether to keep all or nothing. */
    public boolean isAtomic() {
        return mode() == Imports.Mode.ALL_OR_NOTHING;
    }

    Imports.Mode mode() {
        if (Boolean.TRUE.equals(dryRun)) {
            return Imports.Mode.NOTHING;
        }
        return Boolean.TRUE.equals(atomic) ? Imports.Mode.ALL_OR_NOTHING : Imports.Mode.GOOD_ROWS;
    }
}
