package org.rapport.kit.thing;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes things. */
@Singleton
public class ThingWriter extends Writer<ThingRequest, Thing> {

    ThingWriter(Writing writing) {
        super(writing, Thing.class, "org.rapport.thing.created.v1", "org.rapport.thing.changed.v1");
    }

    @Override
    protected Thing create(UUID id, ThingRequest request) {
        return new Thing(id, request.name());
    }

    @Override
    protected void change(Thing thing, ThingRequest request) {
        thing.rename(request.name());
    }

    @Override
    protected ThingRequest request(Thing thing) {
        return new ThingRequest(thing.name());
    }
}
