using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>Writes what a batch says about consent, relations and groups, in the transaction of its events.</summary>
internal sealed class SqliteProjection(SqliteSession session, int tenant)
{
    private const string InsertConsent = """
        INSERT INTO consents (tenant, event_source, event_id, contact_id, channel, purpose, is_granted, at, recorded_at,
            source, text_version, staff_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    private const string WriteRelation = """
        INSERT INTO relations (tenant, contact_id, staff_id, state, at, lost_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        ON CONFLICT (tenant, contact_id, staff_id) DO UPDATE SET state = excluded.state, at = excluded.at,
            lost_by = excluded.lost_by
        WHERE excluded.at >= relations.at
        """;

    private const string CountLoad = """
        UPDATE staff SET load = (SELECT count(*) FROM relations r
            WHERE r.tenant = ?1 AND r.staff_id = ?2 AND r.state <> 3)
        WHERE tenant = ?1 AND id = ?2
        """;

    private const string CountIn = """
        UPDATE customer_groups SET members = members + 1 WHERE tenant = ?1 AND id = ?2 AND NOT EXISTS (
            SELECT 1 FROM group_seats s WHERE s.tenant = ?1 AND s.group_id = ?2 AND s.contact_id = ?3 AND s.state = 2)
        """;

    private const string CountOut = """
        UPDATE customer_groups SET members = members - 1 WHERE tenant = ?1 AND id = ?2 AND members > 0 AND EXISTS (
            SELECT 1 FROM group_seats s WHERE s.tenant = ?1 AND s.group_id = ?2 AND s.contact_id = ?3 AND s.state = 2)
        """;

    private const string WriteSeat = """
        INSERT INTO group_seats (tenant, group_id, contact_id, state, since) VALUES (?1, ?2, ?3, ?4, ?5)
        ON CONFLICT (tenant, group_id, contact_id) DO UPDATE SET state = excluded.state, since = excluded.since,
            held_until = NULL
        WHERE group_seats.state <> excluded.state
        """;

    private const string InsertGrant = """
        INSERT INTO subscription_grants (tenant, event_source, event_id, part, contact_id, channel, template, at)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    public void Write(IntakeProjection projection)
    {
        foreach (var (contact, entry) in projection.Consents)
        {
            session
                .Prepare(InsertConsent)
                .Bind(1, tenant)
                .Bind(2, entry.EventSource)
                .Bind(3, entry.EventId)
                .Bind(4, contact)
                .Bind(5, entry.Mark.Channel)
                .Bind(6, entry.Mark.Purpose)
                .Bind(7, entry.Mark.IsGranted ? 1 : 0)
                .Bind(8, entry.Mark.At)
                .Bind(9, entry.RecordedAt)
                .Bind(10, entry.Source)
                .Bind(11, entry.TextVersion)
                .Bind(12, entry.StaffId)
                .Run();
        }

        WriteGrants(projection);
        WriteRelations(projection);
        foreach (var (contact, move) in projection.Groups)
        {
            var group = session.Prepare(move.HasJoined ? CountIn : CountOut);
            group.Bind(1, tenant).Bind(2, move.GroupId).Bind(3, contact).Run();
            var seat = session.Prepare(WriteSeat).Bind(1, tenant).Bind(2, move.GroupId).Bind(3, contact);
            seat.Bind(4, move.HasJoined ? 2 : 3).Bind(5, move.At).Run();
        }

        foreach (var written in projection.FollowUps)
        {
            SqliteFollowUps.Add(session, tenant, written);
        }
    }

    private void WriteGrants(IntakeProjection projection)
    {
        foreach (var (contact, told, grant) in projection.Grants)
        {
            for (var part = 0; part < grant.Count; part++)
            {
                session
                    .Prepare(InsertGrant)
                    .Bind(1, tenant)
                    .Bind(2, told.Source)
                    .Bind(3, told.Id)
                    .Bind(4, part)
                    .Bind(5, contact)
                    .Bind(6, grant.Channel)
                    .Bind(7, grant.Template)
                    .Bind(8, told.At)
                    .Run();
            }
        }
    }

    private void WriteRelations(IntakeProjection projection)
    {
        foreach (var (contact, relation) in projection.Relations)
        {
            session
                .Prepare(WriteRelation)
                .Bind(1, tenant)
                .Bind(2, contact)
                .Bind(3, relation.StaffId)
                .Bind(4, (long)relation.State)
                .Bind(5, relation.At)
                .Bind(6, relation.LostBy)
                .Run();
        }

        foreach (var staff in projection.Staff)
        {
            session.Prepare(CountLoad).Bind(1, tenant).Bind(2, staff).Run();
        }
    }
}
