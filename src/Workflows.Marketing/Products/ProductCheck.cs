using Workflows.Expressions.Diagnostics;

namespace Workflows.Marketing.Products;

/// <summary>Says everything that is wrong with a product before it is kept.</summary>
public static class ProductCheck
{
    private const int DeepestTree = 16;

    /// <summary>All mistakes, with JSON paths; none for a product that can be kept.</summary>
    /// <param name="product">The product.</param>
    /// <param name="register">The products there are: the parent has to be one, and none of its parents this one.</param>
    /// <param name="tenant">Whose products.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async Task<IReadOnlyList<Diagnostic>> RunAsync(
        Product product,
        IProductRegister register,
        int tenant,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(product);
        ArgumentNullException.ThrowIfNull(register);
        List<Diagnostic> diagnostics = [];
        Text(product.Sku, 64, "$.sku", isNeeded: true, diagnostics);
        Text(product.Name, 100, "$.name", isNeeded: true, diagnostics);
        Text(product.Category, 64, "$.category", isNeeded: false, diagnostics);
        if (!Enum.IsDefined(product.Role))
        {
            diagnostics.Add(
                new Diagnostic(
                    ProductCodes.BadRole,
                    "The role is missing or not one of those there are.",
                    "$.role",
                    Remedy: $"Write {string.Join(", ", Enum.GetNames<ProductRole>())}."
                )
            );
        }

        if (product.Parent is { } parent)
        {
            diagnostics.AddRange(await ParentAsync(product.Sku, parent, register, tenant, cancellationToken));
        }

        return diagnostics;
    }

    private static async Task<IReadOnlyList<Diagnostic>> ParentAsync(
        string sku,
        string parent,
        IProductRegister register,
        int tenant,
        CancellationToken cancellationToken
    )
    {
        var next = parent;
        for (var level = 0; level < DeepestTree; level++)
        {
            if (next.Equals(sku, StringComparison.Ordinal))
            {
                break;
            }

            var found = await register.FindAsync(tenant, [next], cancellationToken);
            if (found.Count == 0)
            {
                return [new Diagnostic(ProductCodes.NoParent, $"There is no product '{next}'.", "$.parent")];
            }

            if (found[0].Parent is not { } above)
            {
                return [];
            }

            next = above;
        }

        return
        [
            new Diagnostic(
                ProductCodes.Circle,
                $"'{sku}' would be built around itself, or stand more than {DeepestTree} levels deep.",
                "$.parent"
            ),
        ];
    }

    private static void Text(string? text, int longest, string path, bool isNeeded, List<Diagnostic> diagnostics)
    {
        var isThere = !string.IsNullOrWhiteSpace(text);
        if (isThere ? text!.Length > longest || text.Any(char.IsControl) : isNeeded)
        {
            diagnostics.Add(
                new Diagnostic(ProductCodes.BadText, $"1 to {longest} printable characters are needed here.", path)
            );
        }
    }
}
