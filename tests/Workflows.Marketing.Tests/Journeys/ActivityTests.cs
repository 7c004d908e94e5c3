using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Activities.Flow;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Runtime.Expressions;

namespace Workflows.Marketing.Tests.Journeys;

public class ActivityTests
{
    private static readonly DateTimeOffset Now = new(2021, 3, 1, 9, 0, 0, TimeSpan.FromHours(8));
    private readonly Contact _contact = new(
        new ContactState(Guid.Parse("018f0000-0000-7000-8000-000000000001"), Now)
        {
            Identities = [new ContactIdentity(IdentityKind.Phone, "138")],
            Attributes = new Dictionary<string, object?>(StringComparer.Ordinal) { ["name"] = "Mei" },
        }
    );

    [Fact]
    public async Task SendMessage_WantedMessage_IsEmittedFilledInWithTheEffectKey()
    {
        var burst = await RunAsync(
            new SendMessage
            {
                Id = "send",
                Template = new Input<string>("first"),
                Text = new Input<string>(new ExpressionSource("Liquid", "{{ contact.name }} {{ contact.phone }}")),
            }
        );

        var message = Assert.IsType<OutboundMessage>(Assert.Single(burst.Effects));
        Assert.Equal($"test:1:{burst.Instance.Id:N}:send:", message.Key[..(message.Key.LastIndexOf(':') + 1)]);
        Assert.Equal(
            ("webhook", "first", "Mei 138", "marketing"),
            (message.Channel, message.Template, message.Content.Text, message.Purpose)
        );
        Assert.Equal(
            (_contact.Id, _contact.Identities, Now, "test", 1),
            (
                message.ContactId,
                ((Recipient.Person)message.Recipient).To,
                message.CreatedAt,
                message.Journey,
                message.JourneyVersion
            )
        );
        Assert.Equal("Sent", OutcomeOf(burst, "send"));
    }

    [Fact]
    public async Task SendMessage_OptedOutContact_IsRefusedWithTheReasonInTheJournal()
    {
        _contact.Fold(new ContactEvent("shop", "1", "contact.opted-out", Now, [], """{"purpose":"marketing"}"""));

        var burst = await RunAsync(new SendMessage { Id = "send", Template = new Input<string>("first") });

        Assert.Empty(burst.Effects);
        Assert.Equal("Refused", OutcomeOf(burst, "send"));
        Assert.Equal("opted_out", JournalOf(burst, "send")["reason"]);
    }

    [Fact]
    public async Task SendMessage_ServicePurpose_ReachesWhoRefusesMarketing()
    {
        _contact.Fold(new ContactEvent("shop", "1", "contact.opted-out", Now, [], """{"purpose":"marketing"}"""));

        var burst = await RunAsync(
            new SendMessage
            {
                Id = "send",
                Template = new Input<string>("parcel"),
                Purpose = new Input<string>("service"),
            }
        );

        Assert.Single(burst.Effects);
    }

    [Theory]
    [InlineData("vip", "Changed", 1)]
    [InlineData("Mei", "Unchanged", 0)]
    public async Task SetAttribute_Value_SaysWhetherItIsNews(string value, string outcome, int effects)
    {
        var burst = await RunAsync(
            new SetAttribute
            {
                Id = "set",
                Attribute = new Input<string>("name"),
                Value = new Input<object?>(value),
            }
        );

        Assert.Equal(outcome, OutcomeOf(burst, "set"));
        Assert.Equal(value, _contact.Attribute("name"));
        Assert.Equal(effects, burst.Effects.Count);
    }

    [Fact]
    public async Task Tags_AddedAndRemoved_AreSavedWithTheContact()
    {
        var burst = await RunAsync(
            new AddTag { Id = "a", Tag = new Input<string>("vip ") },
            new AddTag { Id = "b", Tag = new Input<string>("vip") },
            new AddTag { Id = "c", Tag = new Input<string>("new") },
            new RemoveTag { Id = "d", Tag = new Input<string>("vip") },
            new RemoveTag { Id = "e", Tag = new Input<string>("unknown") }
        );

        Assert.Equal("new", Assert.Single(_contact.Tags));
        Assert.Equal(3, burst.Effects.OfType<ContactChanged>().Count());
        Assert.Equal(
            [(null, "vip"), (null, "new"), ("vip", null)],
            burst.Effects.OfType<ContactNoted>().Select(noted => (noted.Note.Before, noted.Note.After))
        );
    }

    [Theory]
    [InlineData("FollowUp", TagFamily.FollowUp, "followUp")]
    [InlineData("Source", TagFamily.Source, "source")]
    [InlineData("Attribute", TagFamily.Attribute, "attribute")]
    [InlineData("Campaign", TagFamily.Campaign, "campaign")]
    public async Task AddTag_OfAFamily_IsFoundInThatFamilyOnly(string family, TagFamily marked, string asked)
    {
        await RunAsync(
            new AddTag
            {
                Id = "a",
                Tag = new Input<string>("vip"),
                Family = new Input<string>(family),
            }
        );

        Assert.Equal(new TagMark("vip", marked, Now, "test"), Assert.Single(_contact.TagMarks));
        string[] families = ["followUp", "source", "attribute", "campaign"];
        Assert.Equal([asked], families.Where(one => _contact.Tagged("vip", one)));
    }

    [Fact]
    public async Task EvaluateRules_RuleThatHolds_IsFollowedAndExplained()
    {
        var burst = await RunAsync(new EvaluateRules { Id = "rules", RuleSet = new Input<string>("lifecycle-tiers") });

        Assert.Equal("new", OutcomeOf(burst, "rules"));
        var journal = JournalOf(burst, "rules");
        Assert.Equal(("lifecycle-tiers", 1, "New customer"), (journal["ruleSet"], journal["version"], journal["rule"]));
        Assert.Equal(Now.AddDays(30).AddSeconds(1), journal["output"]);
    }

    [Theory]
    [InlineData("2021-02-01", "2021-03-02", 2)]
    [InlineData("2021-03-02", "2021-03-03", 1)]
    [InlineData("2020-01-01", "2021-03-01", 1)]
    public async Task EvaluateRules_DatedRuleSet_IsTheVersionInForceAtTheTurnsTime(string from, string to, int version)
    {
        const string Document = """{"WorkflowName":"NAME","Rules":[{"RuleName":"r","Expression":"true"}]}""";
        var name = $"dated-{from}-{to}";
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        var document = Document.Replace("NAME", name, StringComparison.Ordinal);
        await ruleSets.PublishAsync(document);
        await ruleSets.PublishAsync(document.Insert(1, $"\"ValidFrom\":\"{from}\",\"ValidTo\":\"{to}\","));

        var burst = await RunAsync(new EvaluateRules { Id = "rules", RuleSet = new Input<string>(name) });

        Assert.Equal(version, JournalOf(burst, "rules")["version"]);
    }

    [Fact]
    public async Task EvaluateRules_NoVersionInForce_IsAnIncidentThatSaysSo()
    {
        var ruleSets = await ShippedJourney.RuleSetsAsync();
        await ruleSets.PublishAsync(
            """{"WorkflowName":"over","ValidTo":"2021-01-01","Rules":[{"RuleName":"r","Expression":"true"}]}"""
        );

        var burst = await RunAsync(new EvaluateRules { Id = "rules", RuleSet = new Input<string>("over") });

        Assert.Contains(
            "No version of the rule set 'over' is in force at 2021-03-01T09:00:00",
            Assert.Single(burst.Instance.Incidents).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task EvaluateRules_MissingRuleSet_IsAnIncidentThatNamesIt()
    {
        var burst = await RunAsync(new EvaluateRules { Id = "rules", RuleSet = new Input<string>("nobody") });

        Assert.Equal(WorkflowSubStatus.Faulted, burst.Instance.SubStatus);
        Assert.Contains(
            "No rule set named 'nobody' is published.",
            Assert.Single(burst.Instance.Incidents).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task SetAttribute_WithoutAContact_IsAnIncident()
    {
        var burst = await RunAsync(subject: null, new SetAttribute { Id = "set", Attribute = new Input<string>("a") });

        Assert.Contains("needs a contact", Assert.Single(burst.Instance.Incidents).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(2, null, 2)]
    [InlineData(null, 3, 3)]
    [InlineData(2, 3, 2)]
    [InlineData(3, 2, 2)]
    public async Task WaitForContactEvent_Limits_TheEarlierCounts(int? timeoutDays, int? untilDays, int? expectedDays)
    {
        var burst = await RunAsync(Wait(timeoutDays, untilDays));

        var bookmark = Assert.Single(burst.Instance.Bookmarks);
        Assert.Equal(expectedDays is { } days ? Now.AddDays(days) : null, bookmark.DueAt);
        Assert.Equal(ContactStimulus.For(Paid).Hash, bookmark.Hash);
    }

    [Theory]
    [InlineData(true, "Received")]
    [InlineData(false, "TimedOut")]
    public async Task WaitForContactEvent_WhateverComesFirst_TakesTheOtherWithIt(bool isEvent, string outcome)
    {
        var services = new ContactServices(await ShippedJourney.RuleSetsAsync());
        var runner = new WorkflowRunner(services);
        var instance = (await RunAsync(Wait(2, null))).Instance;
        var options = isEvent ? new ResumeOptions { StimulusPayload = Paid } : ResumeOptions.None;

        var burst = await runner.ResumeAsync(
            instance,
            instance.Bookmarks[0].Id,
            options,
            new Turn(Now.AddDays(2), _contact)
        );

        Assert.Equal(outcome, OutcomeOf(burst, "wait"));
        Assert.Empty(instance.Bookmarks);
        Assert.Equal(WorkflowSubStatus.Finished, instance.SubStatus);
    }

    [Theory]
    [InlineData("JavaScript", "contact.name + contact.paidOrderCount + contact.missing", "Mei0null")]
    [InlineData("JavaScript", "contact.paidOrderCount", 0L)]
    [InlineData("Liquid", "{{ contact.name }}/{{ contact.tags.size }}", "Mei/0")]
    [InlineData("CSharp", "contact.PaidOrderCount + 1", 1L)]
    public async Task Expressions_OfAnyNotation_SeeTheContact(string notation, string text, object expected)
    {
        await RunAsync(
            new SetAttribute
            {
                Id = "set",
                Attribute = new Input<string>("seen"),
                Value = new Input<object?>(new ExpressionSource(notation, text)),
            }
        );

        Assert.Equal(expected, _contact.Attribute("seen"));
    }

    private static ContactEvent Paid => new("shop", "1", "order.paid", Now, []);

    private static WaitForContactEvent Wait(int? timeoutDays, int? untilDays) =>
        new()
        {
            Id = "wait",
            EventType = new Input<string>("order.paid"),
            Timeout = timeoutDays is { } days ? new Input<TimeSpan?>(TimeSpan.FromDays(days)) : null,
            Until = untilDays is { } more ? new Input<DateTimeOffset?>(Now.AddDays(more)) : null,
        };

    private static string? OutcomeOf(Burst burst, string activityId) =>
        burst
            .JournalEntries.Where(entry =>
                entry.Outcomes is not null
                && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId.Equals(activityId, StringComparison.Ordinal)
            )
            .Select(entry => entry.Outcomes!.Names[0])
            .FirstOrDefault();

    private static IReadOnlyDictionary<string, object?> JournalOf(Burst burst, string activityId) =>
        burst
            .JournalEntries.Last(entry =>
                entry.Data is not null
                && burst.Instance.Graph.Nodes[entry.NodeId].ActivityId.Equals(activityId, StringComparison.Ordinal)
            )
            .Data!;

    private Task<Burst> RunAsync(params Activity[] activities) => RunAsync(_contact, activities);

    private static async Task<Burst> RunAsync(Contact? subject, params Activity[] activities)
    {
        var sequence = new Sequence { Id = "root" };
        foreach (var activity in activities)
        {
            sequence.Activities.Add(activity);
        }

        var definition = new WorkflowDefinition { DefinitionId = "test", RootActivity = sequence };
        var compilation = ShippedJourney.Compiler.Compile(definition);
        Assert.Empty(compilation.Diagnostics);
        var runner = new WorkflowRunner(new ContactServices(await ShippedJourney.RuleSetsAsync()));
        var options = new StartOptions { InstanceId = Guid.CreateVersion7(Now) };
        return await runner.StartAsync(compilation.Graph!, options, new Turn(Now, subject));
    }
}
