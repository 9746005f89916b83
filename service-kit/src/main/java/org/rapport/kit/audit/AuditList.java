package org.rapport.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.rapport.kit.paging.Cursor;
import org.rapport.kit.paging.ListParams;
import org.rapport.kit.paging.Page;
import org.rapport.kit.problem.DatabaseProblems;

/** Reads the audit trail, the latest entry first. */
@ApplicationScoped
public class AuditList {

    private final DataSource dataSource;

    AuditList(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    Page<AuditEntry> page(AuditParams params) {
        int limit = ListParams.limit(params.limit);
        StringBuilder where = new StringBuilder();
        List<Object> values = new ArrayList<>();
        condition(where, values, "kind = ?", params.kind);
        condition(where, values, "aggregate_id = ?", params.aggregateId);
        condition(where, values, "actor = ?", params.actor);
        condition(where, values, "time >= ?", atUtc(params.from));
        condition(where, values, "time < ?", atUtc(params.to));
        String list = "audit|" + where + "|" + values;
        if (params.cursor != null) {
            Cursor after = Cursor.decode(params.cursor, list);
            condition(
                    where,
                    values,
                    "(time, id) < (?, ?)",
                    atUtc(Instant.parse(after.sortValue())),
                    after.id().getLeastSignificantBits());
        }
        List<AuditEntry> entries = entries(
                "select id, time, actor, roles, kind, action, aggregate_id, version, changes from audit" + where
                        + " order by time desc, id desc limit " + (limit + 1),
                values);
        if (entries.size() <= limit) {
            return new Page<>(entries, null, null);
        }
        AuditEntry last = entries.get(limit - 1);
        Cursor next = new Cursor(last.time().toString(), new UUID(0, last.id()));
        return new Page<>(List.copyOf(entries.subList(0, limit)), next.encode(list), null);
    }

    /** All on some things, the latest first. */
    public List<AuditEntry> of(Collection<UUID> aggregateIds) {
        return entries(
                "select id, time, actor, roles, kind, action, aggregate_id, version, changes from audit"
                        + " where aggregate_id = any (?::uuid[]) order by time desc, id desc",
                List.of("{" + aggregateIds.stream().map(UUID::toString).collect(Collectors.joining(",")) + "}"));
    }

    private static void condition(StringBuilder where, List<Object> values, String condition, Object... bound) {
        if (bound[0] != null) {
            where.append(where.isEmpty() ? " where " : " and ").append(condition);
            values.addAll(List.of(bound));
        }
    }

    private static OffsetDateTime atUtc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private List<AuditEntry> entries(String query, List<Object> values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                statement.setObject(i + 1, values.get(i));
            }
            List<AuditEntry> entries = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw DatabaseProblems.toProblem(e);
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("time", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                List.of((String[]) row.getArray("roles").getArray()),
                row.getString("kind"),
                row.getString("action"),
                row.getObject("aggregate_id", UUID.class),
                row.getLong("version"),
                row.getString("changes"));
    }
}
