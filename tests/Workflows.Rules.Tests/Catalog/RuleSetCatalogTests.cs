using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;

namespace Workflows.Rules.Tests.Catalog;

public sealed class RuleSetCatalogTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 31, 0, 0, 0, TimeSpan.FromHours(8));
    private readonly FakeTimeProvider _clock = new(Now);
    private readonly MemoryRuleSetStore _store = new();
    private readonly RuleSetCatalog _catalog;

    public RuleSetCatalogTests()
    {
        _catalog = Open();
    }

    [Fact]
    public async Task Publish_RightDocument_GivesVersionsAndCompiles()
    {
        var first = await _catalog.PublishAsync(RuleFiles.LifecycleTiers);
        var same = await _catalog.PublishAsync(RuleFiles.LifecycleTiers);
        var changed = await _catalog.PublishAsync(
            RuleFiles.LifecycleTiers.Replace("\"60\"", "\"90\"", StringComparison.Ordinal)
        );

        var published = Assert.Single(first.RuleSets!);
        Assert.Equal(("lifecycle-tiers", 1, Now), (published.Name, published.Version, published.PublishedAt));
        Assert.Equal(["new", "first", "repeat", "loyal", "silent"], published.SuccessEvents);
        Assert.NotNull(published.Compiled);
        Assert.Equal(1, same.RuleSets![0].Version);
        Assert.Equal(2, changed.RuleSets![0].Version);
    }

    [Fact]
    public async Task Publish_ChangedThreshold_ChangesTheTier()
    {
        RuleInput[] inputs = Inputs(new Customer { PaidOrderCount = 5, LastPaidAt = Now.AddDays(-75) });

        await _catalog.PublishAsync(RuleFiles.LifecycleTiers);
        var before = (await _catalog.GetAsync("lifecycle-tiers"))!.Decide(inputs);
        await _catalog.PublishAsync(RuleFiles.LifecycleTiers.Replace("\"60\"", "\"90\"", StringComparison.Ordinal));
        var after = (await _catalog.GetAsync("Lifecycle-Tiers"))!.Decide(inputs);

        Assert.Equal(("silent", "loyal"), (before.SuccessEvent, after.SuccessEvent));
    }

    [Fact]
    public async Task Publish_Mistakes_StoresNothingAndTellsAll()
    {
        var publication = await _catalog.PublishAsync(
            """[{"WorkflowName":"a","Rules":[{"RuleName":"r","Expression":"true"}]},{"WorkflowName":"b","Rules":[{"RuleName":"x","Expression":"contact.Nope"},{"RuleName":"y","Expression":"1 +"}]}]"""
        );

        Assert.Null(publication.RuleSets);
        Assert.Equal(
            ["$[1].Rules[0].Expression", "$[1].Rules[1].Expression"],
            publication.Diagnostics.Select(found => found.Path)
        );
        Assert.Empty(await _catalog.ListAsync());
        Assert.Null(await _catalog.GetAsync("a"));
    }

    [Fact]
    public async Task Publish_WhatOnlyOtherNotationsKnow_IsToldNow()
    {
        // Elsa's C# knows regular expressions; the engine does not, and so rules do not.
        var publication = await _catalog.PublishAsync(
            """{"WorkflowName":"a","Rules":[{"RuleName":"r","Expression":"Regex.IsMatch(contact.City, \"^S\")"}]}"""
        );

        Assert.Equal("EXP004", Assert.Single(publication.Diagnostics).Code);
    }

    [Fact]
    public async Task Get_PublishedElsewhere_IsSeenAfterTheRefresh()
    {
        await _catalog.PublishAsync(RuleFiles.LifecycleTiers);
        await Open().PublishAsync(RuleFiles.LifecycleTiers.Replace("\"60\"", "\"90\"", StringComparison.Ordinal));

        Assert.Equal(1, (await _catalog.GetAsync("lifecycle-tiers"))!.Version);
        _clock.Advance(_catalog.RefreshAfter);
        Assert.Equal(2, (await _catalog.GetAsync("lifecycle-tiers"))!.Version);
    }

    [Fact]
    public async Task Get_Unchanged_IsTheSameObject()
    {
        await _catalog.PublishAsync(RuleFiles.LifecycleTiers);
        var first = await _catalog.GetAsync("lifecycle-tiers");
        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Same(first, await _catalog.GetAsync("lifecycle-tiers"));
        Assert.Null(await _catalog.GetAsync("unknown"));
    }

    [Fact]
    public async Task Publish_IncludedRuleSet_RenewsThoseThatIncludeIt()
    {
        await _catalog.PublishAsync(
            """{"WorkflowName":"base","Rules":[{"RuleName":"b","Expression":"contact.PaidOrderCount > 1"}]}"""
        );
        await _catalog.PublishAsync(
            """{"WorkflowName":"top","WorkflowsToInject":["base"],"Rules":[{"RuleName":"t","Expression":"false"}]}"""
        );
        var inputs = Inputs(new Customer { PaidOrderCount = 1 });

        Assert.Null((await _catalog.GetAsync("top"))!.Decide(inputs).SuccessEvent);
        await _catalog.PublishAsync(
            """{"WorkflowName":"base","Rules":[{"RuleName":"b","Expression":"contact.PaidOrderCount > 0"}]}"""
        );
        Assert.Equal("b", (await _catalog.GetAsync("top"))!.Decide(inputs).SuccessEvent);
    }

    [Fact]
    public async Task Evaluate_AnyKindOfInput_GivesTheSameAnswer()
    {
        var rules = (await _catalog.PublishAsync(RuleFiles.LifecycleTiers)).RuleSets![0];
        using var json = JsonDocument.Parse(
            """{"joinedAt":"2020-01-01T00:00:00Z","paidOrderCount":2,"lastPaidAt":"2021-03-01T00:00:00+08:00"}"""
        );
        RuleInput[] typed = Inputs(new Customer { PaidOrderCount = 2, LastPaidAt = Now.AddDays(-30) });
        RuleInput[] untyped = [new("now", Now), new("Contact", json.RootElement)];

        Assert.Equal(rules.Decide(typed), rules.Decide(untyped));
        Assert.Equal(
            rules.Evaluate(typed).Results.Select(result => (result.Rule, result.IsSuccess, result.Output)),
            rules.Evaluate(untyped).Results.Select(result => (result.Rule, result.IsSuccess, result.Output))
        );
    }

    [Fact]
    public async Task Decide_FailingCondition_SaysWhyNothingHolds()
    {
        var rules = await PublishAsync("contact.City.Length > 3");

        var decision = rules.Decide(Inputs(new Customer()));

        Assert.False(decision.IsSuccess);
        Assert.Contains("Object reference", decision.Message, StringComparison.Ordinal);
        Assert.Null(rules.Decide(Inputs(new Customer { City = "X" })).Message);
    }

    [Fact]
    public async Task Evaluate_InputsThatDoNotFit_Throws()
    {
        var rules = await PublishAsync("contact.PaidOrderCount > 3");

        var exception = Assert.Throws<RuleSetException>(() => rules.Evaluate([new RuleInput("contact", "text")]));

        Assert.Equal("EXP004", Assert.Single(exception.Diagnostics).Code);
    }

    private async Task<PublishedRuleSet> PublishAsync(string expression)
    {
        var publication = await _catalog.PublishAsync(
            Workflows.Rules.Json.RuleSetWriter.Write(RuleFiles.Of(expression))
        );
        Assert.Empty(publication.Diagnostics);
        return publication.RuleSets![0];
    }

    private RuleSetCatalog Open() => new(_store, new RulesEngineJudge(), _clock, RuleFiles.Shape);

    private static RuleInput[] Inputs(Customer contact) => [new("contact", contact), new("now", Now)];
}
