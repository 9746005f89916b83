package org.rapport.events.programme;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes programmes. */
@Singleton
class ProgrammeWriter extends Writer<ProgrammeRequest, Programme> {

    ProgrammeWriter(Writing writing) {
        super(writing, Programme.class, "org.rapport.programme.created.v1", "org.rapport.programme.changed.v1");
    }

    @Override
    protected Programme create(UUID id, ProgrammeRequest request) {
        return new Programme(id, request);
    }

    @Override
    protected void change(Programme programme, ProgrammeRequest request) {
        programme.describe(request);
    }

    @Override
    protected ProgrammeRequest request(Programme programme) {
        return ProgrammeRequest.from(programme);
    }
}
