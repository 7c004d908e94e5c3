using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Host.Api.Places;
using Workflows.Host.Auth;
using Workflows.Host.Composition;
using Workflows.Marketing.Products;
using Workflows.Storage.Users;

namespace Workflows.Host.Api.Products;

/// <summary>The products, with their roles in the range.</summary>
internal static class ProductEndpoints
{
    public static void MapProducts(this IEndpointRouteBuilder routes)
    {
        var products = routes.MapGroup("/products").WithTags("Products");
        products
            .MapGet("/", ListAsync)
            .WithSummary("A page of the products.")
            .ProducesProblem(StatusCodes.Status400BadRequest);
        products
            .MapGet("/matrix", MatrixAsync)
            .WithSummary("How many products that are sold each role has in each category.");
        products.MapGet("/{sku}", GetAsync).WithSummary("One product.").ProducesProblem(StatusCodes.Status404NotFound);
        products
            .MapPut("/{sku}", SaveAsync)
            .Allow(Role.Operator)
            .WithSummary("Adds a product, or replaces what is known of it.")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<Results<Ok<Page<ProductBody>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PlacesQuery query,
        IProductRegister products,
        CancellationToken cancellationToken
    ) =>
        Paging.ByNameAsync(
            query.After,
            query.Limit,
            (after, limit) => products.ListAsync(Tenants.Default, after, limit, cancellationToken),
            product => product.Sku,
            ProductBody.From
        );

    private static async Task<Ok<ProductMatrixBody>> MatrixAsync(
        IProductRegister products,
        CancellationToken cancellationToken
    ) => TypedResults.Ok(ProductMatrixBody.From(await products.CountAsync(Tenants.Default, cancellationToken)));

    private static async Task<Results<Ok<ProductBody>, ProblemHttpResult>> GetAsync(
        string sku,
        IProductRegister products,
        CancellationToken cancellationToken
    ) =>
        await products.FindAsync(Tenants.Default, [sku], cancellationToken) is [var product]
            ? TypedResults.Ok(ProductBody.From(product))
            : Problems.NotFound($"There is no product '{sku}'.");

    private static async Task<Results<Ok<ProductBody>, ProblemHttpResult>> SaveAsync(
        string sku,
        ProductBody body,
        IProductRegister products,
        CancellationToken cancellationToken
    )
    {
        var product = body.ToProduct(sku);
        var mistakes = await ProductCheck.RunAsync(product, products, Tenants.Default, cancellationToken);
        if (mistakes.Count > 0)
        {
            return Problems.From(mistakes, "The product cannot be kept.");
        }

        await products.SaveAsync(Tenants.Default, product, cancellationToken);
        return TypedResults.Ok(ProductBody.From(product));
    }
}
