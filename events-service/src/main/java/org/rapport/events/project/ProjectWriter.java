package org.rapport.events.project;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.rapport.events.programme.Programmes;
import org.rapport.kit.replica.References;
import org.rapport.kit.writing.Draft;
import org.rapport.kit.writing.Writer;
import org.rapport.kit.writing.Writing;

/** Writes projects. */
@Singleton
class ProjectWriter extends Writer<ProjectRequest, Project> {

    private final Programmes programmes;
    private final References references;

    ProjectWriter(Writing writing, Programmes programmes, References references) {
        super(writing, Project.class, "org.rapport.project.created.v1", "org.rapport.project.changed.v1");
        this.programmes = programmes;
        this.references = references;
    }

    @Override
    protected Project create(UUID id, ProjectRequest request) {
        return new Project(id, request);
    }

    @Override
    protected void change(Project project, ProjectRequest request) {
        project.describe(request);
    }

    @Override
    protected ProjectRequest request(Project project) {
        return ProjectRequest.from(project);
    }

    @Override
    protected void check(List<Draft<ProjectRequest>> drafts) {
        Set<UUID> unknownProgrammes = programmes.missing(
                drafts.stream().map(draft -> draft.request().programmeId()).toList());
        Set<UUID> unknownFunders = references.missing(
                "organisation",
                drafts.stream()
                        .map(draft -> draft.request().funderId())
                        .filter(Objects::nonNull)
                        .toList());
        for (Draft<ProjectRequest> draft : drafts) {
            ProjectRequest request = draft.request();
            if (unknownProgrammes.contains(request.programmeId())) {
                draft.errors().add("/programmeId", "PROGRAMME_UNKNOWN", "There is no such programme");
            }
            if (unknownFunders.contains(request.funderId())) {
                draft.errors().add("/funderId", "FUNDER_UNKNOWN", "There is no such organisation");
            }
            if (request.endsAt().isBefore(request.startsAt())) {
                draft.errors().add("/endsAt", "ENDS_BEFORE_START", "Must not be before startsAt");
            }
        }
    }
}
