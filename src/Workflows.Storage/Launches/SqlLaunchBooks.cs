using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Launches;
using Workflows.Marketing.Messaging;
using Workflows.Marketing.Mining;
using Workflows.Storage.Contacts;
using Workflows.Storage.Links;
using Workflows.Storage.Messages;

namespace Workflows.Storage.Launches;

/// <summary>The books of launches: orders, posts, clicks and reactions as they are in the database. Only reads.</summary>
internal sealed class SqlLaunchBooks(WorkflowsDbContextFactory contexts, LinkFigures links) : ILaunchBooks
{
    public async Task<OrderFigures> OrdersAsync(
        int tenant,
        string? product,
        DateTimeOffset from,
        DateTimeOffset to,
        int latest,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var sums = new OrderSum(product, latest);
        var rows = OrderSum
            .Like(context.Set<OrderRow>().AsNoTracking(), product)
            .Where(row => row.Tenant == tenant && row.Counts && row.PaidAt >= from && row.PaidAt < to)
            .AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            sums.Add(row);
        }

        return await sums.ToFiguresAsync(context, cancellationToken);
    }

    public async Task<IReadOnlyList<PostFigures>> PostsAsync(
        int tenant,
        string journey,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        // Posts and words in groups: what is said to one contact has no address.
        var messages = context
            .Set<MessageRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Journey == journey && row.Address != null)
            .Where(row => row.CreatedAt >= from && row.CreatedAt < to);
        var posts = await messages
            .GroupBy(row => row.Template)
            .Select(all => new
            {
                Template = all.Key,
                Posts = all.Count(),
                Sent = all.Count(row => row.Outcome == (short)SendOutcome.Sent),
            })
            .ToListAsync(cancellationToken);
        var clicks = await messages
            .Join(
                context.Set<TrackedLinkRow>(),
                row => new { row.Tenant, row.Key },
                link => new { link.Tenant, Key = link.MessageKey },
                (row, link) => new { row.Template, link.Clicks }
            )
            .GroupBy(pair => pair.Template)
            .Select(all => new { Template = all.Key, Clicks = all.Sum(pair => pair.Clicks) })
            .ToDictionaryAsync(all => all.Template, all => all.Clicks, StringComparer.Ordinal, cancellationToken);
        var reactions = await ReactionsAsync(context, tenant, journey, from, to, cancellationToken);
        var sales = await links.SalesOfAsync(tenant, journey, from, to, cancellationToken);
        return
        [
            .. posts
                .OrderBy(post => post.Template, StringComparer.Ordinal)
                .Select(post => new PostFigures(
                    post.Template,
                    post.Posts,
                    post.Sent,
                    clicks.GetValueOrDefault(post.Template),
                    reactions.GetValueOrDefault(post.Template).Likes
                        + reactions.GetValueOrDefault(post.Template).Comments,
                    sales.GetValueOrDefault(post.Template)?.Orders ?? 0,
                    sales.GetValueOrDefault(post.Template)?.Amount ?? 0m,
                    reactions.GetValueOrDefault(post.Template).Likes,
                    reactions.GetValueOrDefault(post.Template).Comments
                )),
        ];
    }

    public async Task<IReadOnlyList<LaunchReview>> ReviewsAsync(
        int tenant,
        string journey,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await context
            .Set<LaunchReviewRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.Journey == journey)
            .OrderByDescending(row => row.FirstDay)
            .Take(100)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(LaunchReviews.Read)];
    }

    private static async Task<Dictionary<string, (int Likes, int Comments)>> ReactionsAsync(
        WorkflowsDbContext context,
        int tenant,
        string journey,
        DateTimeOffset from,
        DateTimeOffset to,
        CancellationToken cancellationToken
    )
    {
        var told = context
            .Set<ContactEventRow>()
            .AsNoTracking()
            .Where(row => row.Tenant == tenant && row.At >= from && row.At < to)
            .Where(row => row.Type == InteractionEvents.Liked || row.Type == InteractionEvents.Commented)
            .Select(row => new { row.Type, row.Data })
            .AsAsyncEnumerable();
        var counts = new Dictionary<string, (int Likes, int Comments)>(StringComparer.Ordinal);
        await foreach (var one in told.WithCancellation(cancellationToken))
        {
            if (TemplateOf(one.Data, journey) is { } template)
            {
                var (likes, comments) = counts.GetValueOrDefault(template);
                counts[template] = one.Type is InteractionEvents.Liked ? (likes + 1, comments) : (likes, comments + 1);
            }
        }

        return counts;
    }

    private static string? TemplateOf(string? data, string journey)
    {
        if (string.IsNullOrEmpty(data))
        {
            return null;
        }

        using var document = JsonDocument.Parse(data);
        return string.Equals(Text(document.RootElement, "journey"), journey, StringComparison.Ordinal)
            ? Text(document.RootElement, "template")
            : null;
    }

    private static string? Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object
        && data.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
