using Workflows.Marketing.Backtesting;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Definitions;

namespace Workflows.Acceptance.Tests.Live;

/// <summary>What the back-test says the lifecycle journey sends: the answer that the live hosts are held to.</summary>
internal static class ReplayedJourney
{
    /// <summary>Every message as <c>customer template</c>, sorted, with repetitions.</summary>
    public static async Task<List<string>> MessagesAsync(
        IReadOnlyList<Order> orders,
        DateTimeOffset until,
        TimeZoneInfo timeZone
    )
    {
        var ruleSets = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        var rules = await ruleSets.PublishAsync(Read("rules", "lifecycle-tiers", "rules.json"), CancellationToken.None);
        Assert.Empty(rules.Diagnostics);
        var compiler = new WorkflowCompiler(new ActivityCatalog(typeof(SendMessage).Assembly));
        var journey = compiler.Compile(Read("workflows", "lifecycle-care", "workflow.json")).Graph;
        Assert.NotNull(journey);

        var simulator = new JourneySimulator([journey], new RuleSetsOnly(ruleSets));
        var events = new OrderEvents(timeZone);
        List<string> messages = [];
        foreach (var customer in orders.GroupBy(order => order.CustomerId, StringComparer.Ordinal))
        {
            List<ContactEvent> history = [.. customer.Select(events.Of)];
            var contact = new Contact(
                new ContactState(Guid.CreateVersion7(), history[0].At) { Identities = history[0].Identities }
            );
            var run = await simulator.RunAsync(contact, history, until);
            messages.AddRange(run.Messages.Select(message => $"{customer.Key} {message.Template}"));
        }

        messages.Sort(StringComparer.Ordinal);
        return messages;
    }

    private static string Read(params string[] path) => File.ReadAllText(Path.Combine([Checkout.Root, .. path]));

    private sealed class RuleSetsOnly(RuleSetCatalog ruleSets) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(RuleSetCatalog) ? ruleSets : null;
    }
}
