package org.rapport.events.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All projects. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {

    /** Those of the ids that are projects. */
    public Map<UUID, Project> byId(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Project::id, Function.identity()));
    }

    /** The programme of each of these projects that exist. */
    public Map<UUID, UUID> programmes(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(Collectors.toMap(Project::id, Project::programmeId));
    }
}
