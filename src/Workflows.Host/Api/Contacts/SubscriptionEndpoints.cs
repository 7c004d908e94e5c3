using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Composition;
using Workflows.Marketing.Channels.WeChat.Subscriptions;

namespace Workflows.Host.Api.Contacts;

/// <summary>The approvals of subscribe messages.</summary>
internal static class SubscriptionEndpoints
{
    public static void MapSubscriptions(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/contacts/{id:guid}/subscriptions", ListAsync)
            .WithTags("Contacts")
            .WithSummary(
                "How many subscribe messages a contact approved, by channel and template, and what became of them."
            );

    private static async Task<Ok<Page<SubscriptionBody>>> ListAsync(
        Guid id,
        ISubscriptionLedger ledger,
        CancellationToken cancellationToken
    )
    {
        var balances = await ledger.ListAsync(Tenants.Default, id, cancellationToken);
        return TypedResults.Ok(new Page<SubscriptionBody>([.. balances.Select(SubscriptionBody.From)], null));
    }
}
