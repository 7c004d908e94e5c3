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
public sealed class ContentShelf(IContentStore store, int tenant)
{
    private const int MostCompiled = 10_000;

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
        var filled = new ContentText(
            Fill(text.Text, context),
            text.Title is null ? null : Fill(text.Title, context),
            text.Description is null ? null : Fill(text.Description, context)
        );
        return new FilledContent(
            version,
            new MessageContent(filled.Text, ContentAttachments.Of(version.Item, filled, carrier))
        );
    }

    private string Fill(string template, ActivityExecutionContext context)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        if (_compiled.Count > MostCompiled)
        {
            _compiled.Clear();
        }

        return _compiled.GetOrAdd(template, Compile).Evaluate(new ActivityScope(context))?.ToString() ?? "";
    }

    private static Expression Compile(string template) =>
        Expression.Compile(template, Notation.Liquid, globals: ContactExpressions.Globals).Expression
        ?? throw new FaultException("BadContent", "A content of the library cannot be filled in.");
}
