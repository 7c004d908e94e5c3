using Workflows.Marketing.Contacts;
using Workflows.Runtime.Durability;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Sqlite;

/// <summary>Takes a batch of events in, inside one write transaction, so that nobody can be faster in between.</summary>
internal sealed class SqliteIntake(SqliteSession session, int tenant, DateTimeOffset now)
{
    private const string InsertContact = """
        INSERT INTO contacts (tenant, id, joined_at, paid_order_count, paid_amount, attributes, tags, consents,
            traits)
        VALUES (?1, ?2, ?3, 0, '0', '{}', '[]', '[]', '{}')
        """;

    private const string InsertName =
        "INSERT INTO contact_identities (tenant, kind, value, contact_id) VALUES (?1, ?2, ?3, ?4)";

    private const string InsertEvent = """
        INSERT INTO contact_events (tenant, source, event_id, contact_id, type, at, received_at, data)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    private const string InsertCase = """
        INSERT INTO contact_merges (tenant, first_id, second_id, state, shared_kind, opened_at, was_apart)
        VALUES (?1, ?2, ?3, 1, ?4, ?5, 0)
        ON CONFLICT DO NOTHING
        """;

    public static Guid? OwnerOf(SqliteSession session, int tenant, ContactIdentity name)
    {
        var row = session
            .Prepare("SELECT contact_id FROM contact_identities WHERE tenant = ?1 AND kind = ?2 AND value = ?3")
            .Bind(1, tenant)
            .Bind(2, (long)name.Kind)
            .Bind(3, name.Value);
        Guid? owner = row.Step() ? row.Guid(0) : null;
        row.Reset();
        return owner;
    }

    /// <param name="events">The batch.</param>
    /// <param name="wakes">Whether the events start and wake journeys; history does not.</param>
    public IntakePlan Accept(IReadOnlyList<ContactEvent> events, bool wakes)
    {
        var plan = new IntakePlan(Owners(events), Known(events), now);
        foreach (var one in events)
        {
            plan.Add(one);
        }

        foreach (var (id, joinedAt) in plan.Contacts)
        {
            session.Prepare(InsertContact).Bind(1, tenant).Bind(2, id).Bind(3, joinedAt).Run();
        }

        foreach (var (name, contact) in plan.Names)
        {
            session
                .Prepare(InsertName)
                .Bind(1, tenant)
                .Bind(2, (long)name.Kind)
                .Bind(3, name.Value)
                .Bind(4, contact)
                .Run();
        }

        foreach (var (one, contact) in plan.Events)
        {
            Write(one, contact);
            if (wakes)
            {
                Wake(one, contact);
            }
        }

        foreach (var (first, second, name) in plan.Cases)
        {
            session
                .Prepare(InsertCase)
                .Bind(1, tenant)
                .Bind(2, first)
                .Bind(3, second)
                .Bind(4, (long)name.Kind)
                .Bind(5, now)
                .Run();
        }

        new SqliteOrders(session, tenant).Write(new IntakeOrders(plan));
        new SqliteProjection(session, tenant).Write(new IntakeProjection(plan, now));

        return plan;
    }

    private Dictionary<ContactIdentity, Guid> Owners(IReadOnlyList<ContactEvent> events)
    {
        var owners = new Dictionary<ContactIdentity, Guid>();
        foreach (var name in events.SelectMany(one => one.Identities).Distinct())
        {
            if (OwnerOf(session, tenant, name) is { } owner)
            {
                owners.Add(name, owner);
            }
        }

        return owners;
    }

    private Dictionary<(string Source, string Id), Guid> Known(IReadOnlyList<ContactEvent> events)
    {
        var known = new Dictionary<(string, string), Guid>();
        foreach (var one in events)
        {
            var row = session
                .Prepare("SELECT contact_id FROM contact_events WHERE tenant = ?1 AND source = ?2 AND event_id = ?3")
                .Bind(1, tenant)
                .Bind(2, one.Source)
                .Bind(3, one.Id);
            if (row.Step())
            {
                known[(one.Source, one.Id)] = row.Guid(0);
                row.Reset();
            }
        }

        return known;
    }

    private void Write(ContactEvent one, Guid contact)
    {
        session
            .Prepare(InsertEvent)
            .Bind(1, tenant)
            .Bind(2, one.Source)
            .Bind(3, one.Id)
            .Bind(4, contact)
            .Bind(5, one.Type)
            .Bind(6, one.At)
            .Bind(7, now)
            .Bind(8, one.Data)
            .Run();
    }

    private void Wake(ContactEvent one, Guid contact)
    {
        var item = new WorkItem
        {
            Tenant = tenant,
            Subject = contact,
            Kind = WorkKind.Stimulus,
            DueAt = now,
        };
        SqliteQueue.Enqueue(session, item, EventWork.Payload(one));
    }
}
