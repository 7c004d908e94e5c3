using Workflows.Marketing.Products;

namespace Workflows.Storage.Tests.Contract;

/// <summary>What every register of products has to do.</summary>
public abstract class ProductRegisterContract : IAsyncLifetime
{
    private const int Tenant = StoreRig.Tenant;

    protected abstract IProductRegister Products { get; }

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [Fact]
    public async Task Save_Products_AreFoundListedAndCounted()
    {
        Product[] all =
        [
            new("a", "A", ProductRole.Traffic) { Category = "tea" },
            new("b", "B", ProductRole.Profit)
            {
                Category = "tea",
                Parent = "a",
                IsSoldOut = true,
            },
            new("c", "C", ProductRole.Profit) { Category = "tea" },
            new("d", "D", ProductRole.Gift),
            new("e", "E", ProductRole.Hit) { IsActive = false },
        ];
        foreach (var product in all)
        {
            await Products.SaveAsync(Tenant, product, default);
        }

        await Products.SaveAsync(Tenant, all[2] with { Name = "C2", Role = ProductRole.New }, default);

        Assert.Equal([all[0], all[1]], await Products.FindAsync(Tenant, ["b", "a", "b", "?"], default));
        var first = await Products.ListAsync(Tenant, null, 3, default);
        var second = await Products.ListAsync(Tenant, first[^1].Sku, 3, default);
        Assert.Equal(["A", "B", "C2", "D", "E"], first.Concat(second).Select(product => product.Name));
        Assert.Equal(
            [
                new ProductCount(ProductRole.Traffic, "tea", 1),
                new ProductCount(ProductRole.Profit, "tea", 1),
                new ProductCount(ProductRole.New, "tea", 1),
                new ProductCount(ProductRole.Gift, "", 1),
            ],
            await Products.CountAsync(Tenant, default)
        );
    }

    [Fact]
    public async Task Check_Parents_HaveToBeThereAndMakeNoCircle()
    {
        await Products.SaveAsync(Tenant, new Product("a", "A", ProductRole.Hit), default);
        await Products.SaveAsync(Tenant, new Product("b", "B", ProductRole.Hit) { Parent = "a" }, default);

        Assert.Equal("", await CodesAsync(new Product("c", "C", ProductRole.Hit) { Parent = "b" }));
        Assert.Equal("PRD004", await CodesAsync(new Product("a", "A", ProductRole.Hit) { Parent = "b" }));
        Assert.Equal("PRD003", await CodesAsync(new Product("c", "C", ProductRole.Hit) { Parent = "z" }));
        Assert.Equal("PRD001,PRD001,PRD002", await CodesAsync(new Product("", " ", default)));
    }

    private async Task<string> CodesAsync(Product product) =>
        string.Join(',', (await ProductCheck.RunAsync(product, Products, Tenant, default)).Select(one => one.Code));
}
