using Workflows.Marketing.Contacts;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;

namespace Workflows.Marketing.Tests.Contacts;

/// <summary>Which persona speaks to a contact: one of the brand, one expert, one that sells.</summary>
public sealed class AssignPersonaTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(new ContactState(new Guid("0197a000-0000-7000-8000-000000000001"), Now));
    private readonly MemoryPersonaRegister _personas = new();

    public AssignPersonaTests()
    {
        foreach (
            var (id, type) in new[]
            {
                ("founder", PersonaType.Brand),
                ("brand-host", PersonaType.Brand),
                ("expert", PersonaType.Expert),
                ("expert-gold", PersonaType.Expert),
                ("companion", PersonaType.Sales),
            }
        )
        {
            _ = _personas.SaveAsync(
                1,
                new Persona
                {
                    Id = id,
                    Name = id,
                    Type = type,
                },
                default
            );
        }
    }

    [Fact]
    public async Task Personas_OfEachType_StandBesideEachOther()
    {
        await RunAsync(Named("founder"));
        await RunAsync(Named("expert"));
        var burst = await RunAsync(Named("companion"));

        Assert.Equal("Changed", OutcomeOf(burst));
        Assert.Equal(
            ("founder", "expert", "companion"),
            (_contact.Persona, _contact.ExpertPersona, _contact.SalesPersona)
        );
    }

    [Theory]
    [InlineData("expert", "expert-gold", false, "Taken", "expert")]
    [InlineData("expert", "expert-gold", true, "Changed", "expert-gold")]
    [InlineData("expert", "expert", false, "Unchanged", "expert")]
    [InlineData("founder", "brand-host", false, "Changed", "brand-host")]
    public async Task Persona_OfAKnownType_TakesThePlaceOnlyWhereItMay(
        string first,
        string second,
        bool replaces,
        string outcome,
        string after
    )
    {
        await RunAsync(Named(first));
        var block = Named(second);
        block.Replace = new Input<bool>(replaces);

        var burst = await RunAsync(block);

        Assert.Equal(outcome, OutcomeOf(burst));
        Assert.Contains(after, new[] { _contact.Persona, _contact.ExpertPersona });
        Assert.Equal(outcome is "Changed" ? 1 : 0, burst.Effects.OfType<ContactNoted>().Count());
    }

    [Fact]
    public async Task Persona_ThatThereIsNot_IsAnIncident()
    {
        var burst = await RunAsync(Named("ghost"));

        Assert.Equal("PersonaUnknown", Assert.Single(burst.Instance.Incidents).Code);
        Assert.Null(_contact.Persona);
    }

    [Fact]
    public async Task Nobody_Named_EndsAllOfThem()
    {
        await RunAsync(Named("founder"));
        await RunAsync(Named("expert"));

        var burst = await RunAsync(Named(""));

        Assert.Equal("Changed", OutcomeOf(burst));
        Assert.Equal((null, null), (_contact.Persona, _contact.ExpertPersona));
    }

    [Theory]
    [InlineData(12_000, "gold", "brand", "Changed", "founder")]
    [InlineData(12_000, "gold", "expert", "Changed", "expert-gold")]
    [InlineData(12, "gold", "expert", "Changed", "expert")]
    [InlineData(12, "gold", "sales", "Changed", "companion")]
    [InlineData(12, "gold", "", "Changed", "companion")]
    [InlineData(20_000, "gold", "sales", null, null)]
    public async Task Matrix_OfTypePriceAndCategory_ChoosesThePersona(
        int price,
        string category,
        string type,
        string? outcome,
        string? persona
    )
    {
        var burst = await RunAsync(
            new AssignPersona
            {
                Id = "b",
                RuleSet = new Input<string?>("persona-matrix"),
                Inputs = new Input<object?>(
                    $$"""{ "offer": { "price": {{price}}, "category": "{{category}}", "type": "{{type}}" } }"""
                ),
            }
        );

        Assert.Equal(outcome, OutcomeOf(burst));
        Assert.Equal(persona, _contact.Persona ?? _contact.ExpertPersona ?? _contact.SalesPersona);
    }

    [Theory]
    [InlineData("founder", "")]
    [InlineData("ghost", "CNT010")]
    public async Task Check_OfANamedPersona_SaysWhereThereIsNone(string persona, string expected) =>
        Assert.Equal(expected, Codes(await CheckAsync($"\"persona\":{Literal(persona)}")));

    [Fact]
    public async Task Check_OfAMatrix_WarnsOfPersonasThatThereAreNot()
    {
        var found = await CheckAsync($"\"ruleSet\":{Literal("persona-matrix")}");

        Assert.Equal("CNT026 CNT026", Codes(found));
        Assert.Contains("'expert-diamond'", found[0].Message, StringComparison.Ordinal);
        Assert.Contains("'advisor'", found[1].Message, StringComparison.Ordinal);
    }

    private static AssignPersona Named(string persona) => new() { Id = "b", Persona = new Input<string?>(persona) };

    private static string Literal(string value) =>
        $$$"""{"typeName":"String","expression":{"type":"Literal","value":"{{{value}}}"}}""";

    private static string Codes(IEnumerable<Expressions.Diagnostics.Diagnostic> found) =>
        string.Join(' ', found.Select(one => one.Code));

    private async Task<IReadOnlyList<Expressions.Diagnostics.Diagnostic>> CheckAsync(string inputs)
    {
        var graph = ShippedJourney.Compile(
            $$$"""
            {"definitionId":"j","name":"J","root":{"id":"root","type":"Elsa.Sequence","activities":[
              {"id":"b","type":"Marketing.AssignPersona",{{{inputs}}}}]}}
            """
        );
        var check = new JourneyPersonaCheck(new PersonaShelf(_personas, 1), await RuleSetsAsync());
        return await check.CheckAsync(graph, default);
    }

    private static string? OutcomeOf(Burst burst) =>
        burst
            .JournalEntries.Where(entry => entry.Outcomes is not null)
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();

    private static async Task<RuleSetCatalog> RuleSetsAsync()
    {
        var catalog = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        var rules = ShippedJourney.Read("rules", "persona-matrix", "rules.json");
        Assert.True((await catalog.PublishAsync(rules)).Succeeded);
        return catalog;
    }

    private async Task<Burst> RunAsync(Activity activity)
    {
        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = activity };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        return await new WorkflowRunner(new Services(new PersonaShelf(_personas, 1), await RuleSetsAsync())).StartAsync(
            compilation.Graph!,
            new StartOptions { InstanceId = Guid.CreateVersion7(Now) },
            new Turn(Now, _contact)
        );
    }

    private sealed class Services(PersonaShelf personas, RuleSetCatalog ruleSets) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(PersonaShelf) ? personas
            : serviceType == typeof(RuleSetCatalog) ? ruleSets
            : null;
    }
}
