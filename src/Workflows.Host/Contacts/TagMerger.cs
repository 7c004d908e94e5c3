using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeCom.Records;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Messaging;
using Workflows.Storage.Contacts;

namespace Workflows.Host.Contacts;

/// <summary>Makes one tag of two, and has WeCom told where it is connected (S3-54).</summary>
internal sealed class TagMerger(
    TagMergeStore store,
    TagCatalog catalog,
    MessageDispatcher dispatcher,
    TimeProvider clock,
    TagMirror? mirror = null
)
{
    private const int LongestTag = 64;

    /// <summary>What is wrong with a wish, or null.</summary>
    public static string? Mistake(string? from, string? into) =>
        IsTag(from) && IsTag(into) && !string.Equals(from!.Trim(), into!.Trim(), StringComparison.Ordinal)
            ? null
            : $"'from' and 'into' are two tags of 1 to {LongestTag} characters.";

    /// <summary>Merges two tags.</summary>
    /// <returns>How many contacts had the one that ended; null where nobody knows it.</returns>
    public async Task<int?> MergeAsync(string from, string into, string by, CancellationToken cancellationToken)
    {
        var merge = new TagMerge(from.Trim(), into.Trim(), by, clock.GetUtcNow());
        var count = await store.MergeAsync(
            Tenants.Default,
            merge,
            mirror is null ? null : contact => mirror.Messages(contact, merge),
            cancellationToken
        );
        catalog.Forget();
        dispatcher.Wake();
        return count;
    }

    private static bool IsTag(string? tag) => tag?.Trim().Length is >= 1 and <= LongestTag;
}
