using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Decisions;

namespace Workflows.Storage.Decisions;

/// <summary>Decisions in the database.</summary>
internal sealed class SqlDecisionBook(WorkflowsDbContextFactory contexts, WriteGate gate) : IDecisionBook
{
    public async Task<IReadOnlyList<DecisionLine>> ListAsync(
        int tenant,
        string book,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = await Lines(context, tenant, book).OrderBy(row => row.Number).ToListAsync(cancellationToken);
        return [.. rows.Select(Read)];
    }

    public async Task<DecisionLine?> LastAsync(int tenant, string book, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var row = await Lines(context, tenant, book)
            .OrderByDescending(row => row.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : Read(row);
    }

    public async Task<bool> AddAsync(int tenant, DecisionLine line, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        var added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO decision_lines (tenant, book, number, at, "by", act, value, note, sponsor, figures)
            VALUES ({tenant}, {line.Book}, {line.Number}, {line.At.UtcTicks}, {line.By}, {line.Act}, {line.Value},
                {line.Note}, {line.Sponsor}, {line.Figures})
            ON CONFLICT (tenant, book, number) DO NOTHING
            """,
            cancellationToken
        );
        return added == 1;
    }

    private static IQueryable<DecisionLineRow> Lines(WorkflowsDbContext context, int tenant, string book) =>
        context.Set<DecisionLineRow>().AsNoTracking().Where(row => row.Tenant == tenant && row.Book == book);

    private static DecisionLine Read(DecisionLineRow row) =>
        new(row.Book, row.Number, row.At, row.By, row.Act, row.Value)
        {
            Note = row.Note,
            Sponsor = row.Sponsor,
            Figures = row.Figures,
        };
}
