using Npgsql;
using Workflows.Marketing.Channels.WeChat.Subscriptions;
using Workflows.Marketing.Contacts;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Postgres;

/// <summary>Adds what a batch says about consent, relations and groups to the statements that write its events.</summary>
internal sealed class PostgresProjection(NpgsqlBatch batch, int tenant)
{
    private const string InsertConsents = """
        INSERT INTO consents (tenant, event_source, event_id, contact_id, channel, purpose, is_granted, at, recorded_at,
            source, text_version, staff_id)
        SELECT $1, * FROM unnest($2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::boolean[], $8::bigint[],
            $9::bigint[], $10::text[], $11::text[], $12::text[])
        ON CONFLICT DO NOTHING
        """;

    private const string InsertGrants = """
        INSERT INTO subscription_grants (tenant, event_source, event_id, part, contact_id, channel, template, at)
        SELECT $1, n.event_source, n.event_id, p.part, n.contact_id, n.channel, n.template, n.at
        FROM unnest($2::text[], $3::text[], $4::int[], $5::uuid[], $6::text[], $7::text[], $8::bigint[])
            AS n (event_source, event_id, count, contact_id, channel, template, at)
        CROSS JOIN LATERAL generate_series(0, n.count - 1) AS p (part)
        ON CONFLICT DO NOTHING
        """;

    private const string WriteRelations = """
        INSERT INTO relations (tenant, contact_id, staff_id, state, at, lost_by)
        SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::smallint[], $5::bigint[], $6::text[])
        ON CONFLICT (tenant, contact_id, staff_id) DO UPDATE SET state = excluded.state, at = excluded.at,
            lost_by = excluded.lost_by
        WHERE excluded.at >= relations.at
        """;

    // Locked in one order, so that two batches with the same staff wait for each other instead of locking up.
    private const string LockStaff = """
        SELECT id FROM staff WHERE tenant = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE
        """;

    private const string CountLoads = """
        UPDATE staff SET load = (SELECT count(*) FROM relations r
            WHERE r.tenant = $1 AND r.staff_id = staff.id AND r.state <> 3)
        WHERE tenant = $1 AND id = ANY ($2)
        """;

    private const string CountIn = """
        UPDATE customer_groups SET members = members + 1 WHERE tenant = $1 AND id = $2 AND NOT EXISTS (
            SELECT 1 FROM group_seats s WHERE s.tenant = $1 AND s.group_id = $2 AND s.contact_id = $3 AND s.state = 2)
        """;

    private const string CountOut = """
        UPDATE customer_groups SET members = members - 1 WHERE tenant = $1 AND id = $2 AND members > 0 AND EXISTS (
            SELECT 1 FROM group_seats s WHERE s.tenant = $1 AND s.group_id = $2 AND s.contact_id = $3 AND s.state = 2)
        """;

    private const string WriteSeat = """
        INSERT INTO group_seats (tenant, group_id, contact_id, state, since) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (tenant, group_id, contact_id) DO UPDATE SET state = excluded.state, since = excluded.since,
            held_until = NULL
        WHERE group_seats.state <> excluded.state
        """;

    public void Add(IntakeProjection projection)
    {
        AddConsents(projection.Consents);
        AddGrants(projection.Grants);
        AddRelations(projection);

        // Group by group: two batches about the same groups never wait for each other crosswise.
        foreach (var (contact, move) in projection.Groups.OrderBy(one => one.Move.GroupId, StringComparer.Ordinal))
        {
            batch.Add(move.HasJoined ? CountIn : CountOut, tenant, move.GroupId, contact);
            batch.Add(WriteSeat, tenant, move.GroupId, contact, (short)(move.HasJoined ? 2 : 3), move.At.UtcTicks);
        }

        PostgresFollowUps.AddTo(batch, tenant, projection.FollowUps);
    }

    private void AddConsents(List<(Guid ContactId, ConsentEntry Entry)> consents)
    {
        if (consents.Count == 0)
        {
            return;
        }

        batch.Add(
            InsertConsents,
            tenant,
            consents.Select(row => row.Entry.EventSource).ToArray(),
            consents.Select(row => row.Entry.EventId).ToArray(),
            consents.Select(row => row.ContactId).ToArray(),
            consents.Select(row => row.Entry.Mark.Channel).ToArray(),
            consents.Select(row => row.Entry.Mark.Purpose).ToArray(),
            consents.Select(row => row.Entry.Mark.IsGranted).ToArray(),
            consents.Select(row => row.Entry.Mark.At.UtcTicks).ToArray(),
            consents.Select(row => row.Entry.RecordedAt.UtcTicks).ToArray(),
            consents.Select(row => row.Entry.Source).ToArray(),
            consents.Select(row => row.Entry.TextVersion).ToArray(),
            consents.Select(row => row.Entry.StaffId).ToArray()
        );
    }

    private void AddGrants(List<(Guid ContactId, ContactEvent Event, SubscriptionGrant Grant)> grants)
    {
        if (grants.Count == 0)
        {
            return;
        }

        batch.Add(
            InsertGrants,
            tenant,
            grants.Select(row => row.Event.Source).ToArray(),
            grants.Select(row => row.Event.Id).ToArray(),
            grants.Select(row => row.Grant.Count).ToArray(),
            grants.Select(row => row.ContactId).ToArray(),
            grants.Select(row => row.Grant.Channel).ToArray(),
            grants.Select(row => row.Grant.Template).ToArray(),
            grants.Select(row => row.Event.At.UtcTicks).ToArray()
        );
    }

    private void AddRelations(IntakeProjection projection)
    {
        var relations = projection.Relations;
        if (relations.Count == 0)
        {
            return;
        }

        var staff = projection.Staff.ToArray();
        batch.Add(LockStaff, tenant, staff);
        batch.Add(
            WriteRelations,
            tenant,
            relations.Select(row => row.ContactId).ToArray(),
            relations.Select(row => row.Relation.StaffId).ToArray(),
            relations.Select(row => (short)row.Relation.State).ToArray(),
            relations.Select(row => row.Relation.At.UtcTicks).ToArray(),
            relations.Select(row => row.Relation.LostBy).ToArray()
        );
        batch.Add(CountLoads, tenant, staff);
    }
}
