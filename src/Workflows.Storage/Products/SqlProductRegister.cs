using Microsoft.EntityFrameworkCore;
using Workflows.Marketing.Products;

namespace Workflows.Storage.Products;

/// <summary>Products in the database.</summary>
internal sealed class SqlProductRegister(WorkflowsDbContextFactory contexts, WriteGate gate) : IProductRegister
{
    public async Task<IReadOnlyList<Product>> FindAsync(
        int tenant,
        IReadOnlyCollection<string> skus,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = new List<ProductRow>();
        foreach (var some in skus.Distinct(StringComparer.Ordinal).Chunk(500))
        {
            rows.AddRange(
                await Rows(context, tenant).Where(row => some.Contains(row.Sku)).ToListAsync(cancellationToken)
            );
        }

        return [.. rows.OrderBy(row => row.Sku, StringComparer.Ordinal).Select(Read)];
    }

    public async Task<IReadOnlyList<Product>> ListAsync(
        int tenant,
        string? after,
        int count,
        CancellationToken cancellationToken
    )
    {
        await using var context = contexts.Create();
        var rows = Rows(context, tenant);
        if (after is not null)
        {
            rows = rows.Where(row => row.Sku.CompareTo(after) > 0);
        }

        return [.. (await rows.OrderBy(row => row.Sku).Take(count).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task<IReadOnlyList<ProductCount>> CountAsync(int tenant, CancellationToken cancellationToken)
    {
        await using var context = contexts.Create();
        var cells = await Rows(context, tenant)
            .Where(row => row.IsActive)
            .GroupBy(row => new { row.Role, Category = row.Category ?? "" })
            .Select(cell => new
            {
                cell.Key.Role,
                cell.Key.Category,
                Count = cell.Count(),
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. cells
                .OrderBy(cell => cell.Role)
                .ThenBy(cell => cell.Category, StringComparer.Ordinal)
                .Select(cell => new ProductCount((ProductRole)cell.Role, cell.Category, cell.Count)),
        ];
    }

    public async Task SaveAsync(int tenant, Product product, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await using var context = contexts.Create();
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO products (tenant, sku, name, role, category, parent, is_active, is_sold_out)
            VALUES ({tenant}, {product.Sku}, {product.Name}, {(short)product.Role}, {product.Category},
                {product.Parent}, {product.IsActive}, {product.IsSoldOut})
            ON CONFLICT (tenant, sku) DO UPDATE SET name = excluded.name, role = excluded.role,
                category = excluded.category, parent = excluded.parent, is_active = excluded.is_active,
                is_sold_out = excluded.is_sold_out
            """,
            cancellationToken
        );
    }

    private static Product Read(ProductRow row) =>
        new(row.Sku, row.Name, (ProductRole)row.Role)
        {
            Category = row.Category,
            Parent = row.Parent,
            IsActive = row.IsActive,
            IsSoldOut = row.IsSoldOut,
        };

    private static IQueryable<ProductRow> Rows(WorkflowsDbContext context, int tenant) =>
        context.Set<ProductRow>().AsNoTracking().Where(row => row.Tenant == tenant);
}
