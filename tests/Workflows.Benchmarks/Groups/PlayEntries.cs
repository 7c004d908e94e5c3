using System.Diagnostics;
using System.Globalization;
using Workflows.Benchmarks.Measuring;
using Workflows.Host.Composition;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Places.Groups;
using Workflows.Marketing.Places.Stores;
using Workflows.Rules.Catalog;
using Workflows.Rules.Judging;
using Workflows.Runtime.Definitions;
using Workflows.Runtime.Execution;
using Workflows.Testing;

namespace Workflows.Benchmarks.Groups;

/// <summary>
/// Contacts who scan the codes of stores and enter the template <c>store-lbs-group</c>, join its groups and order: on the runner of production, over stores
/// in memory, in virtual time. Says how many turns a second, and what a contact who waits takes.
/// </summary>
internal static class PlayEntries
{
    private const string Group = "plays";
    private const string Template = "store-lbs-group";
    private const int Contacts = 100_000;
    private const int ContactsOfAStore = 150;
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync(Effort effort, IReport report)
    {
        var contacts = effort.Of(Contacts);
        var rig = new JourneyRig([await JourneyAsync()], await ServicesAsync(1 + (contacts / ContactsOfAStore)));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await StepAsync(report, rig, contacts, "enter by a store's code", Start, "wecom.friend_added", Scan);
        Weigh(report, rig, before, "waiting for the group");
        await StepAsync(report, rig, contacts, "join the group", Start.AddHours(2), "group.joined", Join);
        Weigh(report, rig, before, "waiting for an order");
        await StepAsync(report, rig, contacts, "order", Start.AddHours(4), "order.paid", _ => """{"amount":9.9}""");
        // Each contact has two: the invitation ends in the group, and the group begins what leads to the order.
        var finished = rig.Instances.Count(instance => instance.Status == WorkflowStatus.Finished);
        report.Add(
            new BenchmarkRow(Group, "journeys that are finished, two a contact", "journeys", finished)
            {
                IsMiss = finished != 2 * contacts,
            }
        );
    }

    private static string Scan(int contact) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"state":"store-{{contact / ContactsOfAStore}}","staff":"wang.min"}"""
        );

    private static string Join(int contact) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"group":"group-{{contact / ContactsOfAStore}}"}""");

    private static async Task StepAsync(
        IReport report,
        JourneyRig rig,
        int contacts,
        string what,
        DateTimeOffset at,
        string type,
        Func<int, string> data
    )
    {
        await rig.AcceptAsync([
            .. Enumerable
                .Range(0, contacts)
                .Select(contact => new ContactEvent(
                    "bench",
                    $"{type}-{contact}",
                    type,
                    at,
                    [new ContactIdentity(IdentityKind.ExternalUserId, $"wo{contact}")],
                    data(contact)
                )),
        ]);
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        var turns = await rig.RunAsync(at.AddHours(1));
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Add(
            new BenchmarkRow(
                Group,
                string.Create(CultureInfo.InvariantCulture, $"{contacts:N0} contacts {what} ({turns:N0} turns)"),
                "turns/s",
                turns / seconds,
                (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)turns
            )
        );
    }

    // Contact, event, instance, bookmark and timer; what was sent and done stays in memory, too.
    private static void Weigh(IReport report, JourneyRig rig, long before, string what)
    {
        var waiting = rig.Instances.Count(instance => instance.Status == WorkflowStatus.Running);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        report.Add(
            new BenchmarkRow(
                Group,
                string.Create(CultureInfo.InvariantCulture, $"memory of a contact {what} ({waiting:N0} wait)"),
                "bytes each",
                bytes / (double)waiting
            )
        );
    }

    private static async Task<WorkflowGraph> JourneyAsync()
    {
        var json = await File.ReadAllTextAsync(Path.Combine(Root, "workflows", Template, "workflow.json"));
        return RuntimeRoom.CreateCompiler().Compile(json).Graph!;
    }

    private static string Root =>
        Environment.GetEnvironmentVariable("WORKFLOWS_HOME") ?? Directory.GetCurrentDirectory();

    private static async Task<IServiceProvider> ServicesAsync(int stores)
    {
        var ruleSets = new RuleSetCatalog(
            new MemoryRuleSetStore(),
            new RulesEngineJudge(),
            TimeProvider.System,
            ContactRules.Shape
        );
        await ruleSets.PublishAsync(
            await File.ReadAllTextAsync(Path.Combine(Root, "rules", "fulfilment-choice", "rules.json")),
            CancellationToken.None
        );
        var numbers = Enumerable.Range(0, stores).ToArray();
        var placement = await ContactPlacement.InMemoryAsync(
            [.. numbers.Select(number => new Store($"{number}", $"Store {number}"))],
            [],
            [
                .. numbers.Select(number => new CustomerGroup($"group-{number}", $"Group {number}")
                {
                    StoreId = $"{number}",
                }),
            ],
            CancellationToken.None
        );
        return new Services(ruleSets, placement);
    }

    private sealed class Services(RuleSetCatalog ruleSets, ContactPlacement placement) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(RuleSetCatalog) ? ruleSets
            : serviceType == typeof(ContactPlacement) ? placement
            : null;
    }
}
