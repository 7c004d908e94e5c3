using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Converting;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Journeys.Checks;
using Workflows.Marketing.Places;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Converting;

/// <summary>Pickup or delivery by what stores say of themselves (S0-35): when the block runs, and when a journey is published.</summary>
public sealed class FulfilmentTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    // One hundredth of a degree north is 1,112 metres.
    private static readonly Store[] Stores =
    [
        At("both", 31.20, new Fulfilment(true, true, 2_000)),
        At("none", 31.30, new Fulfilment(false, false)),
        At("far", 31.40, new Fulfilment(false, true, 5_000)),
        At("near-none", 31.50, new Fulfilment(false, false)),
        At("behind", 31.505, new Fulfilment(true, false)),
        At("unsaid", 31.70, null),
    ];

    /// <summary>The store that is named, the contact's degrees north, whether the goods are there; which way, from where, and why not.</summary>
    [Theory]
    [InlineData("both", null, true, "Pickup", "both", "")]
    [InlineData("both", 31.21, true, "Delivery", "both", "")]
    [InlineData("both", 31.22, true, "Pickup", "both", "")]
    [InlineData("far", 31.44, true, "Delivery", "far", "")]
    [InlineData("far", 31.45, true, "NoMethod", "", "too far")]
    [InlineData("none", null, true, "NoMethod", "", "no method")]
    [InlineData("both", null, false, "NoMethod", "", "out of stock")]
    [InlineData("unsaid", null, true, "NoMethod", "", "not said")]
    [InlineData("nowhere", null, true, "NoMethod", "", "no store")]
    [InlineData(null, null, true, "NoMethod", "", "no store")]
    [InlineData(null, 31.20, true, "Pickup", "both", "")]
    [InlineData(null, 31.50, true, "Pickup", "behind", "")]
    [InlineData(null, 31.60, true, "NoMethod", "", "no store")]
    public async Task Choice_ByStoreStockAndDistance_IsTheWayOrTheReason(
        string? store,
        double? north,
        bool inStock,
        string port,
        string chosen,
        string reason
    )
    {
        var contact = new Contact(new ContactState(Guid.NewGuid(), Now));
        contact.SetAttribute("latitude", north);
        contact.SetAttribute("longitude", north is null ? null : 121.4);
        var block = new FulfilmentChoice
        {
            Id = "choice",
            Store = new Input<string?>(store),
            Radius = new Input<double>(5_000),
            InStock = new Input<bool>(inStock),
        };

        var burst = await RunAsync(block, contact);

        var entry = burst.JournalEntries.Single(one => one.Outcomes is not null);
        Assert.Equal(port, entry.Outcomes!.Names[0]);
        Assert.Equal(chosen, $"{entry.Data?.GetValueOrDefault("store")}");
        Assert.Equal(reason, $"{entry.Data?.GetValueOrDefault("reason")}");
    }

    /// <summary>What a journey does, which stores there are, and how they are told.</summary>
    [Theory]
    [InlineData(
        "Offer1 Marketing.Offer offerId=o product=p price=9 link=https://s.cn/o Open,NotYet,Over",
        "both none far near-none",
        "Warning 2 of 4: near-none, none"
    )]
    [InlineData(
        "Offer1 Marketing.Offer offerId=o product=p price=9 link=https://s.cn/o Open,NotYet,Over",
        "none near-none",
        "Error 2 of 2: near-none, none"
    )]
    [InlineData("Offer1 Marketing.Offer offerId=o product=p price=9 Open,NotYet,Over", "none", "")]
    [InlineData(
        "Offer1 Marketing.SendPrivateMessage template=o kind=offer product=p text=a linkUrl=https://s.cn/o *",
        "both none",
        "Warning 1 of 2: none"
    )]
    [InlineData(
        "Offer1 Marketing.SendPrivateMessage template=o kind=knowledge text=a linkUrl=https://s.cn/o *",
        "none",
        ""
    )]
    [InlineData(
        "Offer1 Marketing.FulfilmentChoice Pickup,Delivery,NoMethod",
        "both none unsaid",
        "Warning 1 of 3: none; Warning unsaid 1 of 3: unsaid"
    )]
    [InlineData("Offer1 Marketing.FulfilmentChoice Pickup,Delivery,NoMethod", "both far", "")]
    [InlineData("Offer1 Marketing.FulfilmentChoice Pickup,Delivery,NoMethod", "", "")]
    [InlineData(
        "Offer1 Marketing.Offer offerId=o product=p price=9 link=https://s.cn/o Open,NotYet,Over",
        "both unsaid",
        ""
    )]
    public async Task Journey_ThatOffersOnline_NamesTheStoresThatCannot(string block, string stores, string expected)
    {
        var names = stores.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var register = new MemoryStoreRegister();
        await register.SaveAsync(1, [.. Stores.Where(store => names.Contains(store.Id))], default);
        var journey = Drawing.Of(
            $"""
            In1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Offer1
            {block} -> End1
            End1 Elsa.End
            """,
            "\"entry\":{}"
        );

        var found = await new FulfilmentCheck(new StoreDirectory(register), 1).CheckAsync(
            ShippedJourney.Compile(journey),
            default
        );

        Assert.Equal(expected, string.Join("; ", found.Select(Told)));
        Assert.All(
            found,
            one => Assert.Equal((PlayCodes.StoresWithoutAWay, "Offer1", "S0-35"), (one.Code, one.Path, one.Source))
        );
        Assert.All(
            found.Select(one => JourneyMessages.In(one, Language.Chinese)),
            one => Assert.Matches(@"家门店.*请", one.Message + one.Remedy)
        );
    }

    [Fact]
    public void Block_WithoutTheWayForThoseWhoHaveNone_IsAnError()
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of(
                """
                In1 Marketing.ContactEvent eventTypes=["contact.joined"] -> Choice1
                Choice1 Marketing.FulfilmentChoice Pickup,Delivery -> End1
                End1 Elsa.End
                """,
                "\"entry\":{}"
            )
        );

        Assert.Contains(
            PlayCheck.Run(graph),
            one => one is { Code: PlayCodes.Fulfilment, Path: "Choice1", Severity: DiagnosticSeverity.Error }
        );
    }

    private static string Told(Diagnostic found)
    {
        var isUnsaid = found.Message.StartsWith("Nobody", StringComparison.Ordinal);
        var words = found.Message.TrimEnd('.').Split(": ");
        var counts = words[0].Split(' ');
        var at = Array.IndexOf(counts, "of");
        return $"{found.Severity} {(isUnsaid ? "unsaid " : "")}{counts[at - 1]} of {counts[at + 1]}: {words[1]}";
    }

    private static Store At(string id, double north, Fulfilment? fulfilment) =>
        new(id, id) { Position = new GeoPoint(north, 121.4), Fulfilment = fulfilment };

    private static async Task<Burst> RunAsync(Activity activity, Contact contact)
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(ShippedJourney.Read("rules", "fulfilment-choice", "rules.json"), default);
        var compilation = ShippedJourney.Compiler.Compile(
            new WorkflowDefinition { DefinitionId = "test", RootActivity = activity }
        );
        Assert.Empty(compilation.Diagnostics);
        var services = new Places(ruleSets, await ContactPlacement.InMemoryAsync(Stores, [], [], default));
        return await new WorkflowRunner(services).StartAsync(
            compilation.Graph!,
            new StartOptions { InstanceId = Guid.CreateVersion7(Now) },
            new Turn(Now, contact)
        );
    }

    private sealed class Places(RuleSetCatalog ruleSets, ContactPlacement placement) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ContactPlacement) ? placement
            : serviceType == typeof(RuleSetCatalog) ? ruleSets
            : null;
    }
}
