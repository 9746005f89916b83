package org.rapport.exchanges.community;

import java.util.List;
import org.rapport.kit.importing.ImportSummary;

/**
 * What became of the messages of an archive.
 *
 * @param unknownSenders how many were by nobody who takes part; they are not kept
 * @param rejected how many do not say who sent them or when
 * @param errors the first thousand
 */
record ArchiveSummary(
        long total,
        long created,
        long updated,
        long unchanged,
        long unknownSenders,
        long rejected,
        List<ImportSummary.RowError> errors) {}
