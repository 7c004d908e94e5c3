using Workflows.Marketing.Journeys;

namespace Workflows.Marketing.Backtesting;

/// <summary>What one thread counted; tallies add up.</summary>
internal sealed class Tally
{
    public Dictionary<string, int> Tiers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Messages { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, int> Instances { get; } = new(StringComparer.Ordinal);

    public long Turns { get; private set; }

    public void Add(ContactRun run, string tierAttribute)
    {
        Turns += run.Turns;
        if (run.Contact.Attribute(tierAttribute) is string tier)
        {
            Count(Tiers, tier, 1);
        }

        foreach (var message in run.Messages)
        {
            Count(Messages, message.Template, 1);
        }

        foreach (var instance in run.Instances)
        {
            Count(Instances, InstanceWord.Of(instance), 1);
        }
    }

    public void Add(Tally other)
    {
        Turns += other.Turns;
        Merge(Tiers, other.Tiers);
        Merge(Messages, other.Messages);
        Merge(Instances, other.Instances);
    }

    private static void Merge(Dictionary<string, int> into, Dictionary<string, int> from)
    {
        foreach (var (key, count) in from)
        {
            Count(into, key, count);
        }
    }

    private static void Count(Dictionary<string, int> counts, string key, int by) =>
        System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _) += by;
}
