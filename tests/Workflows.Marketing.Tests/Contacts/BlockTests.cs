using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Routing;
using Workflows.Marketing.Places.Staff;
using Workflows.Marketing.Places.Stores;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Contacts;

public sealed class BlockTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(new ContactState(new Guid("0197a000-0000-7000-8000-000000000001"), Now));
    private readonly MemoryGroupRegister _groups = new();
    private readonly MemoryStaffRegister _staff = new();
    private readonly RuleSetCatalog _rules = new(
        new MemoryRuleSetStore(),
        new RulesEngineJudge(),
        TimeProvider.System,
        ContactRules.Shape
    );

    [Theory]
    [InlineData("client", "Changed", 1)]
    [InlineData(null, "Unchanged", 0)]
    public async Task AssignPool_Pool_IsKeptWithALineOfHistory(string? before, string outcome, int notes)
    {
        _contact.MoveTo(before is null ? Pool.Conversion : before);

        var burst = await RunAsync(new AssignPool { Id = "b", Pool = new Input<string>("conversion") });

        Assert.Equal(outcome, OutcomeOf(burst));
        Assert.Equal(Pool.Conversion, _contact.Pool);
        Assert.Equal(notes, burst.Effects.OfType<ContactNoted>().Count());
        Assert.All(
            burst.Effects.OfType<ContactNoted>(),
            noted => Assert.Equal(new ContactNote(HistoryKind.Pool, Now, before, "conversion", "test"), noted.Note)
        );
    }

    [Theory]
    [InlineData("stranger", "trusted", false, "Changed", "trusted")]
    [InlineData("trusted", "acquainted", false, "Unchanged", "trusted")]
    [InlineData("trusted", "acquainted", true, "Changed", "acquainted")]
    [InlineData("trusted", "trusted", true, "Unchanged", "trusted")]
    public async Task ChangeStage_NearerOrFarther_FallsBackOnlyWhereAllowed(
        string before,
        string stage,
        bool mayFallBack,
        string outcome,
        string after
    )
    {
        _contact.Approach(before);

        var burst = await RunAsync(
            new ChangeStage
            {
                Id = "b",
                Stage = new Input<string>(stage),
                MayFallBack = new Input<bool>(mayFallBack),
            }
        );

        Assert.Equal((outcome, after), (OutcomeOf(burst), _contact.Stage));
    }

    [Theory]
    [InlineData("stranger", 0, "Unchanged", "stranger")]
    [InlineData("stranger", 1, "Changed", "acquainted")]
    [InlineData("trusted", 1, "Unchanged", "trusted")]
    public async Task ChangeStage_ByARuleSet_TakesItsEvent(string before, int reactions, string outcome, string after)
    {
        _contact.Approach(before);
        var publication = await _rules.PublishAsync(ShippedJourney.Read("rules", "relationship-stage", "rules.json"));
        Assert.True(publication.Succeeded, string.Join('\n', publication.Diagnostics));

        var burst = await RunAsync(
            new ChangeStage
            {
                Id = "b",
                RuleSet = new Input<string?>("relationship-stage"),
                Inputs = new Input<object?>($$"""{"relation":{"reactions":{{reactions}} } }"""),
            }
        );

        Assert.Equal((outcome, after), (OutcomeOf(burst), _contact.Stage));
    }

    [Fact]
    public async Task AssignPersona_ThenNone_ComesAndGoes()
    {
        var burst = await RunAsync(new AssignPersona { Id = "b", Persona = new Input<string?>(" founder ") });

        Assert.Equal(("Changed", "founder"), (OutcomeOf(burst), _contact.Persona));

        await RunAsync(new AssignPersona { Id = "b" });

        Assert.Null(_contact.Persona);
    }

    [Fact]
    public async Task AssignAgent_OneWithCapacity_IsNotedOnTheContact()
    {
        await _staff.SaveAsync(1, [new StaffMember("zhang", "张三") { StoreId = "s" }], default);

        var here = await RunAsync(new AssignAgent { Id = "b", Store = new Input<string?>("s") });
        var elsewhere = await RunAsync(new AssignAgent { Id = "b", Store = new Input<string?>("other") });

        Assert.Equal(("Assigned", "AllFull"), (OutcomeOf(here), OutcomeOf(elsewhere)));
        Assert.Equal(new Relation("zhang", RelationState.Assigned, Now), Assert.Single(_contact.Relations));
    }

    [Theory]
    [InlineData(null, null, "baby-0-6", "Found")]
    [InlineData(null, "s", null, "Full")]
    [InlineData("31.0", null, null, "NoGroup")]
    [InlineData("not a number", "s", null, "Full")]
    public async Task AssignGroup_Contact_LeavesByTheOutcomeOfItsRoute(
        string? latitude,
        string? store,
        string? persona,
        string outcome
    )
    {
        await _groups.SaveAsync(
            1,
            [
                new CustomerGroup("moms", "m") { Persona = "baby-0-6" },
                new CustomerGroup("full", "f") { StoreId = "s", Members = 200 },
            ],
            default
        );

        var burst = await RunAsync(
            new AssignGroup
            {
                Id = "b",
                Latitude = new Input<object?>(latitude),
                Longitude = new Input<object?>("121.0"),
                Store = new Input<string?>(store),
                Persona = new Input<string?>(persona),
            }
        );

        Assert.Equal(outcome, OutcomeOf(burst));
        Assert.Equal(
            outcome is "Found" ? ["moms"] : [],
            burst.Effects.OfType<ContactNoted>().Select(noted => noted.Note.After)
        );
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry => entry.Outcomes is not null)
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();

    private async Task<Burst> RunAsync(Activity activity)
    {
        var stores = new MemoryStoreRegister();
        await stores.SaveAsync(1, [new Store("s", "s")], default);
        var placement = new ContactPlacement(
            new GroupRouter(new StoreDirectory(stores), _groups),
            new MemoryRelationRegister(new MemoryContactStore(), _staff),
            1
        );
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = activity };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now) };
        return await new WorkflowRunner(new Placements(placement, _rules)).StartAsync(
            compilation.Graph!,
            options,
            new Turn(Now, _contact)
        );
    }

    private sealed class Placements(ContactPlacement placement, RuleSetCatalog rules) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(ContactPlacement) ? placement
            : serviceType == typeof(RuleSetCatalog) ? rules
            : null;
    }
}
