using System.Text.Json;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Lifecycle;
using Workflows.Marketing.Segments;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Marketing.Tests.Lifecycle;

/// <summary>Who comes into another tier is told once, by the version in force (S2-14).</summary>
public sealed class TierSweepTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly MemoryContactStore _contacts = new();
    private readonly RuleSetCatalog _rules = new(
        new MemoryRuleSetStore(),
        new RulesEngineJudge(),
        TimeProvider.System,
        ContactRules.Shape
    );

    private int _folded;

    [Fact]
    public async Task Run_NothingPublished_TellsNothing()
    {
        await BuyAsync("ann", 1, 2);

        Assert.Equal(0, await SweepAsync(Now));
    }

    [Fact]
    public async Task Run_ContactsInTiers_TellsEachOnceAndKeepsTheTier()
    {
        await PublishAsync(Shipped);
        await BuyAsync("ann", 10, 20);
        await BuyAsync("bob", 70, 80);
        await JoinAsync("cai", 5);

        Assert.Equal(3, await SweepAsync(Now));
        Assert.Equal(0, await SweepAsync(Now.AddHours(1)));

        Assert.Equal(("repeat", "silent", "new"), (TierOf("ann"), TierOf("bob"), TierOf("cai")));
        Assert.Equal(("", "repeat", 1), Told("ann").Single());
    }

    [Fact]
    public async Task Run_OrdersGrowOld_TellsFromWhereToWhere()
    {
        await PublishAsync(Shipped);
        await BuyAsync("ann", 10, 20);
        await SweepAsync(Now);

        Assert.Equal(1, await SweepAsync(Now.AddDays(51)));

        Assert.Equal(("repeat", "silent", 1), Told("ann")[^1]);
        await BuyAsync("ann", -60);
        Assert.Equal(1, await SweepAsync(Now.AddDays(61)));
        Assert.Equal(("silent", "repeat", 1), Told("ann")[^1]);
    }

    [Fact]
    public async Task Run_SixtyDaysBecomeNinetyFromADay_ReTiersFromThatDayAndKeepsTheVersionBefore()
    {
        await PublishAsync(Shipped);
        await PublishAsync(
            Shipped
                .Replace(
                    "\"Name\": \"repeatDays\", \"Expression\": \"60\"",
                    "\"Name\": \"repeatDays\", \"Expression\": \"90\"",
                    StringComparison.Ordinal
                )
                .Replace(
                    "\"WorkflowName\": \"lifecycle-tiers\",",
                    "\"WorkflowName\": \"lifecycle-tiers\", \"ValidFrom\": \"2026-06-10\",",
                    StringComparison.Ordinal
                )
        );
        await BuyAsync("ann", 70, 80);

        await SweepAsync(Now);
        Assert.Equal(("", "silent", 1), Told("ann").Single());
        Assert.Equal(0, await SweepAsync(Now.AddDays(5)));

        await SweepAsync(Now.AddDays(10));

        Assert.Equal(("silent", "repeat", 2), Told("ann")[^1]);
        // What was in force before is there still: asked for the day before, it says what it said.
        Assert.Equal(1, (await _rules.GetAsync("lifecycle-tiers", Now.AddDays(5)))!.Version);
    }

    [Fact]
    public async Task Run_TierOfRulesBelowARule_IsToldOnceAllTheSame()
    {
        await PublishAsync(
            """
            {"WorkflowName":"lifecycle-tiers","Rules":[
              {"RuleName":"Old","Operator":"And","SuccessEvent":"old","Rules":[
                {"RuleName":"a","Expression":"contact.PaidOrderCount >= 1"},{"RuleName":"b","Expression":"contact.PaidAmount >= 0"}]},
              {"RuleName":"rest","Expression":"true"}]}
            """
        );
        await BuyAsync("ann", 3);
        await JoinAsync("bob", 3);

        Assert.Equal(2, await SweepAsync(Now));
        Assert.Equal(0, await SweepAsync(Now.AddDays(1)));
        Assert.Equal(("old", "rest"), (TierOf("ann"), TierOf("bob")));
    }

    private static string Shipped => ShippedJourney.Read("rules", "lifecycle-tiers", "rules.json");

    private async Task PublishAsync(string json)
    {
        var publication = await _rules.PublishAsync(json);
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));
    }

    private async Task<int> SweepAsync(DateTimeOffset now)
    {
        var sweep = new TierSweep(
            _rules,
            new MemorySegmentStore(_contacts),
            new ContactEventIntake(_contacts, new Microsoft.Extensions.Time.Testing.FakeTimeProvider(now)),
            new TierSweepOptions()
        );
        var told = await sweep.RunAsync(1, now, CancellationToken.None);
        Fold();
        return told;
    }

    // What turns do with the events.
    private void Fold()
    {
        foreach (var accepted in _contacts.Accepted.Skip(_folded))
        {
            Contact(accepted.ContactId).Fold(accepted.Event);
        }

        _folded = _contacts.Accepted.Count;
    }

    private Task BuyAsync(string name, params int[] daysAgo) =>
        AcceptAsync(name, ContactEventTypes.OrderPaid, daysAgo, """{"amount":90,"quantity":1}""");

    private Task JoinAsync(string name, int daysAgo) => AcceptAsync(name, ContactEventTypes.Joined, [daysAgo], null);

    private async Task AcceptAsync(string name, string type, int[] daysAgo, string? data)
    {
        ContactEvent[] events =
        [
            .. daysAgo.Select(days => new ContactEvent(
                "shop",
                $"{name}-{days}",
                type,
                Now.AddDays(-days),
                [new ContactIdentity(IdentityKind.ExternalUserId, name)],
                data
            )),
        ];
        await _contacts.AcceptAsync(1, events, Now, CancellationToken.None);
        Fold();
    }

    private Contact Contact(Guid id) => _contacts.Contacts.Single(contact => contact.Id == id);

    private string? TierOf(string name) =>
        _contacts
            .Contacts.Single(contact =>
                name.Equals(contact.Identities.Find(IdentityKind.ExternalUserId), StringComparison.Ordinal)
            )
            .Text(TierEvents.Attribute);

    private (string From, string To, int Version)[] Told(string name) =>
        [
            .. _contacts
                .Accepted.Where(one =>
                    one.Event.Type is TierEvents.Changed
                    && name.Equals(one.Event.Identities.Find(IdentityKind.ExternalUserId), StringComparison.Ordinal)
                )
                .Select(one => JsonDocument.Parse(one.Event.Data!).RootElement)
                .Select(data =>
                    (
                        data.GetProperty("from").GetString()!,
                        data.GetProperty("to").GetString()!,
                        data.GetProperty("ruleVersion").GetInt32()
                    )
                ),
        ];
}
