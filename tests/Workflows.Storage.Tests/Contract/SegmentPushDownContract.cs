using System.Data.Common;
using System.Globalization;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Rules.Catalog;
using Workflows.Rules.Compilation;
using Workflows.Rules.Json;
using Workflows.Rules.Judging;
using Workflows.Rules.Model;
using Workflows.Storage.Tests.Segments;

namespace Workflows.Storage.Tests.Contract;

/// <summary>Random rule sets asked of random contacts: a query has to give the set that the compiled evaluator gives.</summary>
public abstract class SegmentPushDownContract(StorageKind kind) : IAsyncLifetime
{
    private const int RuleSets = 2_000;
    private const int Contacts = 200;
    private const int Sampled = 4;
    private const int JudgedRuleSets = 40;
    private static readonly string[] Cultures = ["", "tr-TR", "de-DE", "zh-CN"];

    private readonly RandomContacts _contacts = new(seed: 7);
    private TestDatabase _database = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(kind);
        await using var context = _database.Get<WorkflowsDbContextFactory>().Create();
        await _contacts.InsertAsync(context, Contacts);
    }

    public async Task DisposeAsync() => await _database.DisposeAsync();

    [Fact]
    public async Task Segment_RandomRuleSet_IsTheSameInTheDatabaseAsInMemory()
    {
        var rules = new RandomRules(seed: 11);
        var store = _database.Get<ISegmentStore>();
        var culture = CultureInfo.CurrentCulture;
        var (exact, narrowed, found) = (0, 0, 0);
        try
        {
            for (var index = 0; index < RuleSets; index++)
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(Cultures[index % Cultures.Length]);
                var ruleSet = rules.Next();
                var choice = index % 2 == 0 ? SegmentChoice.FirstMatch : SegmentChoice.Holds;
                var rule = index % ruleSet.Rules.Count;
                var segment = Read(ruleSet, rule, choice);
                var question = new SegmentQuestion(StoreRig.Tenant, segment, RandomContacts.Now);

                var expected = InMemory(ruleSet, rule, choice);
                var actual = await AskAsync(store, question);
                AssertSame(expected, actual, ruleSet, rule, store, question);
                if (index % Sampled == 0)
                {
                    var plan = store.Explain(question);
                    exact += plan.IsExact ? 1 : 0;
                    narrowed += !plan.IsExact && plan.Parts.Any(part => part.Reason is null) ? 1 : 0;
                }

                found += expected.Count is > 0 and < Contacts ? 1 : 0;
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        // Without these the comparison would prove nothing.
        var plans = RuleSets / Sampled;
        Assert.True(exact > plans / 2, $"Only {exact} of {plans} rule sets became one query.");
        Assert.True(narrowed > plans / 20, $"Only {narrowed} of {plans} rule sets were split.");
        Assert.True(found > RuleSets / 4, $"Only {found} of {RuleSets} segments tell contacts apart.");
    }

    private static Segment Read(RuleSet ruleSet, int rule, SegmentChoice choice)
    {
        var reading = Segment.Of(ruleSet, ruleSet.Rules[rule].Name, choice);
        Assert.True(reading.Succeeded, $"{string.Join("\n", reading.Diagnostics)}\n{RuleSetWriter.Write(ruleSet)}");
        return reading.Segment;
    }

    [Fact]
    public async Task Segment_RandomRuleSet_IsTheSameInTheDatabaseAsTheJudgeSays()
    {
        var rules = new RandomRules(seed: 12);
        var store = _database.Get<ISegmentStore>();
        for (var index = 0; index < JudgedRuleSets; index++)
        {
            var ruleSet = rules.Next();
            var rule = index % ruleSet.Rules.Count;
            var segment = Read(ruleSet, rule, SegmentChoice.Holds);
            var question = new SegmentQuestion(StoreRig.Tenant, segment, RandomContacts.Now);

            var judged = new RulesEngineJudge(SegmentRules.Types).Prepare(ruleSet);
            var expected = _contacts
                .Histories.Where(history => judged.Judge(Inputs(history)).Answer!.Results[rule].IsSuccess)
                .Select(history => history.Contact.Id)
                .ToList();

            AssertSame(expected, await AskAsync(store, question), ruleSet, rule, store, question);
        }
    }

    private static IReadOnlyList<RuleInput> Inputs(ContactHistory history) =>
        [.. SegmentRules.Shape.Parameters.Zip(Values(history), (input, value) => new RuleInput(input.Name, value))];

    private static async Task<List<Guid>> AskAsync(ISegmentStore store, SegmentQuestion question)
    {
        var found = new List<Guid>();
        try
        {
            await foreach (var id in store.FindAsync(question, null, CancellationToken.None))
            {
                found.Add(id);
            }

            return found;
        }
        catch (DbException failure)
        {
            throw new InvalidOperationException($"{failure.Message}\n{store.Explain(question).Sql}", failure);
        }
    }

    private List<Guid> InMemory(RuleSet ruleSet, int rule, SegmentChoice choice)
    {
        var (asked, index) =
            choice == SegmentChoice.FirstMatch ? (ruleSet, rule) : (ruleSet with { Rules = [ruleSet.Rules[rule]] }, 0);
        var compiled = RuleSetCompiler.Compile(asked, SegmentRules.Shape, customTypes: SegmentRules.Types).RuleSet!;
        return
        [
            .. _contacts
                .Histories.Where(history => compiled.FirstMatch(Values(history)) == index)
                .Select(history => history.Contact.Id),
        ];
    }

    private static object?[] Values(ContactHistory history) =>
        [new Contact(history.Contact), history.Orders, history.Events, RandomContacts.Now];

    private void AssertSame(
        List<Guid> expected,
        List<Guid> actual,
        RuleSet ruleSet,
        int rule,
        ISegmentStore store,
        SegmentQuestion question
    )
    {
        var wrong = expected.Except(actual).Concat(actual.Except(expected)).FirstOrDefault();
        if (wrong == Guid.Empty)
        {
            Assert.Equal(expected.Count, actual.Count);
            return;
        }

        var plan = store.Explain(question);
        var history = _contacts.Histories.Single(one => one.Contact.Id == wrong);
        Assert.Fail(
            $"""
            Rule {rule} of {RuleSetWriter.Write(ruleSet)}
            in memory: {expected.Contains(wrong)}
            {history.Contact} {string.Join(", ", history.Contact.Attributes)} [{string.Join(
                "; ",
                history.Contact.Tags
            )}]
            {string.Join("\n", history.Orders)}
            {string.Join("\n", history.Events)}
            {string.Join("\n", plan.Describe(Language.English))}
            {plan.Sql}
            """
        );
    }
}
