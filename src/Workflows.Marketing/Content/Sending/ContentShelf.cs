using System.Collections.Concurrent;
using Workflows.Expressions;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Messaging;
using Workflows.Runtime.Activities;
using Workflows.Runtime.Expressions;

namespace Workflows.Marketing.Content;

/// <summary>What activities take contents from: finds the version that may be sent and fills it in. Safe on every thread.</summary>
/// <param name="store">Where contents are kept.</param>
/// <param name="tenant">Whose they are.</param>
/// <param name="stocks">The counters of limited values that contents give; null where they are not known.</param>
public sealed class ContentShelf(IContentStore store, int tenant, IStockLedger? stocks = null)
{
    private const int MostCompiled = 10_000;

    internal IContentStore Store => store;

    // Templates are compiled once: a text is the same text for ever.
    private readonly ConcurrentDictionary<string, Expression> _compiled = new(StringComparer.Ordinal);

    /// <summary>Finds a content and fills it in for the contact of a run.</summary>
    /// <param name="reference">The content, with its version or without.</param>
    /// <param name="carrier">Where it will be said.</param>
    /// <param name="context">The run.</param>
    /// <returns>The content filled in; null where there is none that may be sent.</returns>
    public async ValueTask<FilledContent?> FillAsync(
        ContentRef reference,
        Carrier carrier,
        ActivityExecutionContext context
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await store.FindSendableAsync(tenant, reference, context.CancellationToken) is not { } version)
        {
            return null;
        }

        var text = version.Item.In(ContentLanguage.Of(context.Subject as Contacts.Contact));
        var scope = await ScopeAsync(version.Item, context);
        var filled = new ContentText(
            Fill(text.Text, scope),
            text.Title is null ? null : Fill(text.Title, scope),
            text.Description is null ? null : Fill(text.Description, scope)
        );
        return new FilledContent(
            version,
            new MessageContent(filled.Text, ContentAttachments.Of(version.Item, filled, carrier))
        );
    }

    private async ValueTask<Scope> ScopeAsync(ContentItem item, ActivityExecutionContext context)
    {
        var scope = new ActivityScope(context);
        return
            item.Stock is { } name
            && stocks is not null
            && await stocks.FindAsync(tenant, name, context.CancellationToken) is { } stock
            ? new StockScope(scope, stock)
            : scope;
    }

    private string Fill(string template, Scope scope)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        if (_compiled.Count > MostCompiled)
        {
            _compiled.Clear();
        }

        return _compiled.GetOrAdd(template, Compile).Evaluate(scope)?.ToString() ?? "";
    }

    private static Expression Compile(string template) =>
        Expression.Compile(template, Notation.Liquid, globals: ContactExpressions.Globals).Expression
        ?? throw new FaultException("BadContent", "A content of the library cannot be filled in.");
}
