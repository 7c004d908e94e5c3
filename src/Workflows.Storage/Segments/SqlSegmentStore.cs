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
    // Ids alone are small; contacts with all they did are not.
    private const int IdsAtOnce = 10_000;
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
        var isExact = IsExact(parts);
        var atOnce = isExact ? IdsAtOnce : ContactsAtOnce;
        var last = after ?? Guid.Empty;
        Guid[] page;
        do
        {
            page = await PageAsync(rows, last, atOnce, cancellationToken);
            foreach (var id in isExact ? page : await JudgeAsync(context, question, page, cancellationToken))
            {
                yield return id;
            }

            last = page.LastOrDefault();
        } while (page.Length == atOnce);
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

    private static async Task<IEnumerable<Guid>> JudgeAsync(
        WorkflowsDbContext context,
        SegmentQuestion question,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancellationToken
    ) =>
        (await ContactHistories.ReadAsync(context, question, ids, cancellationToken))
            .Where(history => question.Segment.Holds(history, question.Now))
            .Select(history => history.Contact.Id);
}
