using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Contacts;
using Workflows.Marketing.Segments;
using Workflows.Storage.Contacts;

namespace Workflows.Storage.Segments;

/// <summary>Segments on both databases: one query where all of a condition can be said in SQL, else one that narrows down.</summary>
internal sealed class SqlSegmentStore(WorkflowsDbContextFactory contexts) : ISegmentStore
{
    // Ids alone are small, and each page may cost a scan of the table; contacts with all they did are not small.
    private const int IdsAtOnce = 100_000;
    private const int ContactsAtOnce = 500;

    public SegmentPlan Explain(SegmentQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        using var context = contexts.Create();
        var (rows, parts) = Narrow(context, question);
        return new SegmentPlan(parts, rows.OrderBy(row => row.Id).Select(row => row.Id).ToQueryString());
    }

    public async Task<long> CountAsync(SegmentQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var context = contexts.Create();
        var (rows, parts) = Narrow(context, question);
        if (IsExact(parts))
        {
            return await rows.LongCountAsync(cancellationToken);
        }

        var count = 0L;
        await foreach (var _ in FindAsync(question, after: null, cancellationToken))
        {
            count++;
        }

        return count;
    }

    public async IAsyncEnumerable<Guid> FindAsync(
        SegmentQuestion question,
        Guid? after,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var context = contexts.Create();
        var (rows, parts) = Narrow(context, question);
        var last = after ?? Guid.Empty;
        Guid[] page;
        do
        {
            page = await PageAsync(rows, last, IdsAtOnce, cancellationToken);
            var found = IsExact(parts)
                ? page.ToAsyncEnumerable()
                : JudgeAsync(context, question, page, cancellationToken);
            await foreach (var id in found)
            {
                yield return id;
            }

            last = page.LastOrDefault();
        } while (page.Length == IdsAtOnce);
    }

    public async Task<IReadOnlyList<ContactState>> ListAsync(
        SegmentQuestion question,
        Guid? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var context = contexts.Create();
        var (rows, parts) = Narrow(context, question);
        if (IsExact(parts))
        {
            var page = await PageAsync(rows, after ?? Guid.Empty, count, cancellationToken);
            var histories = await ContactHistories.ReadAsync(context, question, page, cancellationToken);
            return [.. histories.Select(history => history.Contact)];
        }

        var found = new List<Guid>(count);
        await foreach (var id in FindAsync(question, after, cancellationToken))
        {
            found.Add(id);
            if (found.Count == count)
            {
                break;
            }
        }

        return
        [
            .. (await ContactHistories.ReadAsync(context, question, found, cancellationToken)).Select(history =>
                history.Contact
            ),
        ];
    }

    private static (IQueryable<ContactRow> Rows, IReadOnlyList<PlanPart> Parts) Narrow(
        WorkflowsDbContext context,
        SegmentQuestion question
    )
    {
        var condition = question.Segment.Condition;
        var row = Expression.Parameter(typeof(ContactRow), "contact");
        var translator = new RowTranslator(context, row, condition, question.Now);
        var (filter, parts) = SplitCondition.Of(condition.Body, translator);
        var tenant = question.Tenant;
        var rows = context.Set<ContactRow>().AsNoTracking().Where(contact => contact.Tenant == tenant);
        return Logic.IsTrue(filter)
            ? (rows, parts)
            : (rows.Where(Expression.Lambda<Func<ContactRow, bool>>(filter, row)), parts);
    }

    private static bool IsExact(IReadOnlyList<PlanPart> parts) => parts.All(part => part.Reason is null);

    private static Task<Guid[]> PageAsync(
        IQueryable<ContactRow> rows,
        Guid after,
        int count,
        CancellationToken cancellationToken
    ) =>
        rows.Where(row => row.Id > after)
            .OrderBy(row => row.Id)
            .Select(row => row.Id)
            .Take(count)
            .ToArrayAsync(cancellationToken);

    private static async IAsyncEnumerable<Guid> JudgeAsync(
        WorkflowsDbContext context,
        SegmentQuestion question,
        Guid[] ids,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var some in ids.Chunk(ContactsAtOnce))
        {
            foreach (var history in await ContactHistories.ReadAsync(context, question, some, cancellationToken))
            {
                if (question.Segment.Holds(history, question.Now))
                {
                    yield return history.Contact.Id;
                }
            }
        }
    }
}
