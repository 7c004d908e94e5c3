using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Workflows.Marketing.Contacts;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What both databases make of orders that were kept before refunds were known.</summary>
public abstract class OrderUpgradeContract(StorageKind kind)
{
    [Fact]
    public async Task Migrate_ContactWithOrders_CanBeRefunded()
    {
        await using var database = TestDatabase.Empty(kind);
        var id = Guid.CreateVersion7(database.Clock.GetUtcNow());
        await using (var context = database.Get<WorkflowsDbContextFactory>().Create())
        {
            await context.GetService<IMigrator>().MigrateAsync("Imports");
            await FillAsync(context, id, database.Clock.GetUtcNow());
        }

        await database.Get<DatabaseMigrator>().MigrateAsync(CancellationToken.None);

        var contact = (await database.Get<IContactStore>().FindAsync(1, id, CancellationToken.None))!;
        Assert.Equal(["e1", "e2"], contact.Orders.Select(order => order.Number).Order(StringComparer.Ordinal));
        var live = new Contact(contact);
        live.Receive(
            ContactStimulus.For(
                new ContactEvent(
                    "shop",
                    "r1",
                    ContactEventTypes.OrderRefunded,
                    database.Clock.GetUtcNow(),
                    [],
                    """{"order":"e2"}"""
                )
            ),
            []
        );
        Assert.Equal((1, 9.99m, contact.JoinedAt), (live.PaidOrderCount, live.PaidAmount, live.LastPaidAt));
        Assert.Equal(Pool.Client, live.Pool);
    }

    private static async Task FillAsync(WorkflowsDbContext context, Guid id, DateTimeOffset at)
    {
        var key = context.KeyParameter(id);
        await context.Database.ExecuteSqlAsync(
            $$"""
            INSERT INTO contacts (tenant, id, joined_at, paid_order_count, last_paid_at, paid_amount, attributes, tags,
                consents, traits)
            VALUES (1, {{key}}, {{at.UtcTicks}}, 2, {{at.AddDays(1).UtcTicks}}, {{10.49m}}, '{}', '[]', '[]',
                {{"{\"pool\":\"client\"}"}})
            """
        );
        foreach (var (number, day, amount) in new[] { ("e1", 0, 9.99m), ("e2", 1, 0.5m) })
        {
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO orders (tenant, source, event_id, contact_id, paid_at, quantity, amount)
                VALUES (1, 'shop', {number}, {key}, {at.AddDays(day).UtcTicks}, 2, {amount})
                """
            );
        }
    }
}
