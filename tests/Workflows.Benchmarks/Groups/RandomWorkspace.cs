using Npgsql;
using NpgsqlTypes;

namespace Workflows.Benchmarks.Groups;

/// <summary>Contacts with orders and events, drawn from a seed and copied into PostgreSQL: the tables a segment asks.</summary>
internal static class RandomWorkspace
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string[] Tags = ["[]", "[\"vip\"]", "[\"new\",\"vip\"]", "[\"group-buy\"]"];
    private static readonly string[] Cities = ["上海", "北京", "广州", "成都"];

    /// <summary>Fills an empty database.</summary>
    public static async Task FillAsync(string connectionString, int contacts, int seed)
    {
        var drawn = Draw(contacts, new Random(seed));
        await using var source = NpgsqlDataSource.Create(connectionString);
        await CopyContactsAsync(source, drawn);
        await CopyOrdersAsync(source, drawn);
        await CopyEventsAsync(source, drawn);
        await using var analyze = source.CreateCommand("VACUUM ANALYZE contacts, orders, contact_events");
        analyze.CommandTimeout = 0;
        await analyze.ExecuteNonQueryAsync();
    }

    // Half of all never bought; buyers' orders lie within two years, most contacts joined within three.
    private static DrawnContact[] Draw(int count, Random random)
    {
        var drawn = new DrawnContact[count];
        for (var index = 0; index < count; index++)
        {
            var orders = random.Next(2) == 0 ? 0 : 1 + random.Next(8);
            var paid = new DateTimeOffset[orders];
            for (var order = 0; order < orders; order++)
            {
                paid[order] = Now.AddSeconds(-random.Next(730 * 24 * 3600));
            }

            Array.Sort(paid);
            drawn[index] = new DrawnContact(
                Guid.CreateVersion7(Now.AddDays(-1).AddMilliseconds(index)),
                Now.AddSeconds(-random.Next(1100 * 24 * 3600)),
                paid,
                random.Next(Tags.Length),
                random.Next(100),
                random.Next(3)
            );
        }

        return drawn;
    }

    private static Task CopyContactsAsync(NpgsqlDataSource source, DrawnContact[] contacts) =>
        CopyAsync(
            source,
            "contacts (tenant, id, joined_at, paid_order_count, last_paid_at, paid_amount, attributes, tags, consents, traits)",
            async writer =>
            {
                foreach (var contact in contacts)
                {
                    await writer.StartRowAsync();
                    await writer.WriteAsync(1, NpgsqlDbType.Integer);
                    await writer.WriteAsync(contact.Id, NpgsqlDbType.Uuid);
                    await writer.WriteAsync(contact.JoinedAt.UtcTicks, NpgsqlDbType.Bigint);
                    await writer.WriteAsync(contact.Orders.Length, NpgsqlDbType.Integer);
                    if (contact.Orders is [.., var last])
                    {
                        await writer.WriteAsync(last.UtcTicks, NpgsqlDbType.Bigint);
                    }
                    else
                    {
                        await writer.WriteNullAsync();
                    }

                    await writer.WriteAsync(contact.Orders.Length * 99.5m, NpgsqlDbType.Numeric);
                    await writer.WriteAsync(
                        $$"""{"city":"{{Cities[contact.Age % Cities.Length]}}","age":{{contact.Age}}}""",
                        NpgsqlDbType.Text
                    );
                    await writer.WriteAsync(Tags[contact.Tag], NpgsqlDbType.Text);
                    await writer.WriteAsync("[]", NpgsqlDbType.Text);
                    await writer.WriteAsync("{}", NpgsqlDbType.Text);
                }
            }
        );

    private static Task CopyOrdersAsync(NpgsqlDataSource source, DrawnContact[] contacts) =>
        CopyAsync(
            source,
            "orders (tenant, source, event_id, contact_id, paid_at, quantity, amount)",
            async writer =>
            {
                foreach (var contact in contacts)
                {
                    for (var order = 0; order < contact.Orders.Length; order++)
                    {
                        await writer.StartRowAsync();
                        await writer.WriteAsync(1, NpgsqlDbType.Integer);
                        await writer.WriteAsync("shop", NpgsqlDbType.Varchar);
                        await writer.WriteAsync($"{contact.Id:N}-{order}", NpgsqlDbType.Varchar);
                        await writer.WriteAsync(contact.Id, NpgsqlDbType.Uuid);
                        await writer.WriteAsync(contact.Orders[order].UtcTicks, NpgsqlDbType.Bigint);
                        await writer.WriteAsync(1 + (order % 3), NpgsqlDbType.Integer);
                        await writer.WriteAsync(99.5m, NpgsqlDbType.Numeric);
                    }
                }
            }
        );

    private static Task CopyEventsAsync(NpgsqlDataSource source, DrawnContact[] contacts) =>
        CopyAsync(
            source,
            "contact_events (tenant, source, event_id, contact_id, type, at, received_at)",
            async writer =>
            {
                foreach (var contact in contacts)
                {
                    for (var click = 0; click < contact.Clicks; click++)
                    {
                        var at = Now.AddDays(-(contact.Age * (click + 1))).UtcTicks;
                        await writer.StartRowAsync();
                        await writer.WriteAsync(1, NpgsqlDbType.Integer);
                        await writer.WriteAsync("wecom", NpgsqlDbType.Varchar);
                        await writer.WriteAsync($"{contact.Id:N}-{click}", NpgsqlDbType.Varchar);
                        await writer.WriteAsync(contact.Id, NpgsqlDbType.Uuid);
                        await writer.WriteAsync("clicked", NpgsqlDbType.Varchar);
                        await writer.WriteAsync(at, NpgsqlDbType.Bigint);
                        await writer.WriteAsync(at, NpgsqlDbType.Bigint);
                    }
                }
            }
        );

    private static async Task CopyAsync(NpgsqlDataSource source, string into, Func<NpgsqlBinaryImporter, Task> write)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var writer = await connection.BeginBinaryImportAsync($"COPY {into} FROM STDIN (FORMAT BINARY)");
        writer.Timeout = TimeSpan.FromMinutes(30);
        await write(writer);
        await writer.CompleteAsync();
    }

    private sealed record DrawnContact(
        Guid Id,
        DateTimeOffset JoinedAt,
        DateTimeOffset[] Orders,
        int Tag,
        int Age,
        int Clicks
    );
}
